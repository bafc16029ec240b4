package i18n

// fieldWords are the words of labels and hints of record fields: field.NAME, hint.NAME; the same for forms, facts and differences.
var fieldWords = map[string]Text{}
