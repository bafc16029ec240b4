package view

// Document is the address of an uploaded file by the hash of its content. It is the file itself in both languages.
var Document = Path{"/dokumen/{hash}", "/en/documents/{hash}"}
