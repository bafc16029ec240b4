package i18n

// choiceWords are the words of the choices that records offer: choice.FIELD.VALUE.
var choiceWords = map[string]Text{}
