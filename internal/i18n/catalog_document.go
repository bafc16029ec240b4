package i18n

// documentWords are about uploaded files: the form, what is refused and how it can be mended, and how files are looked after.
var documentWords = map[string]Text{
	"document.add": {"Tambah dokumen", "Add a document"},
}
