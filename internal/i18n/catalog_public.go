package i18n

// publicWords are the words of the citizens' pages.
var publicWords = map[string]Text{}
