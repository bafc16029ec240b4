package tabular

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// What a workbook has around its sheets, as ISO/IEC 29500-1 (Office Open XML) names it.
const (
	spreadsheet   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packages      = "http://schemas.openxmlformats.org/package/2006/"
	mime          = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// styles are two looks of cells, 0 plain and 1 bold. Spreadsheets want two fills even where nothing is filled.
const styles = `<styleSheet xmlns="` + spreadsheet + `">` +
	`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
	`<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>` +
	`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

// part is a file of a workbook.
type part struct{ name, text string }

// frame is the parts of a workbook beside its sheets: what there is, of which type, and how it hangs together.
func frame(sheets []Sheet) []part {
	var types, list, links strings.Builder
	for i, sheet := range sheets {
		id := strconv.Itoa(i + 1)
		types.WriteString(`<Override PartName="/xl/` + sheetPath(i) + `" ContentType="` + mime + `worksheet+xml"/>`)
		list.WriteString(`<sheet name="` + escaped(sheet.Name) + `" sheetId="` + id + `" r:id="rId` + id + `"/>`)
		links.WriteString(link(id, "worksheet", sheetPath(i)))
	}
	links.WriteString(link(strconv.Itoa(len(sheets)+1), "styles", "styles.xml"))
	return []part{
		{"[Content_Types].xml", `<Types xmlns="` + packages + `content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + mime + `sheet.main+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="` + mime + `styles+xml"/>` + types.String() + `</Types>`},
		{"_rels/.rels", linked(link("1", "officeDocument", "xl/workbook.xml"))},
		{"xl/workbook.xml", `<workbook xmlns="` + spreadsheet + `" xmlns:r="` + relationships + `">` +
			`<bookViews><workbookView/></bookViews><sheets>` + list.String() + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", linked(links.String())},
		{"xl/styles.xml", styles},
	}
}

func sheetPath(i int) string { return "worksheets/sheet" + strconv.Itoa(i+1) + ".xml" }

// link is one part that another points to.
func link(id, kind, target string) string {
	return `<Relationship Id="rId` + id + `" Type="` + relationships + "/" + kind + `" Target="` + target + `"/>`
}

func linked(links string) string {
	return `<Relationships xmlns="` + packages + `relationships">` + links + `</Relationships>`
}

func escaped(text string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(text)) // a builder takes everything
	return out.String()
}
