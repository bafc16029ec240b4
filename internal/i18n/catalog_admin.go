package i18n

// adminWords are the words of the staff's pages.
var adminWords = map[string]Text{}
