package public

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// filesOf finds documents by the record that they belong to.
func filesOf(documents []portal.Document) map[store.Named][]portal.Document {
	files := map[store.Named][]portal.Document{}
	for _, d := range documents {
		of := store.Named{Kind: d.AboutKind, ID: d.AboutID}
		files[of] = append(files[of], d)
	}
	return files
}

// documents are the files of a record: name, and type, size and language as words.
func (sh *sheet) documents(of store.Named) []view.DocumentLink {
	var list []view.DocumentLink
	for _, d := range sh.files[of] {
		list = append(list, sh.documentLink(d))
	}
	return list
}

func (sh *sheet) documentLink(d portal.Document) view.DocumentLink {
	return view.DocumentLink{
		Label: d.Title.In(sh.lang), URL: view.Document.In(sh.lang, d.Hash),
		About:   sentence(", ", mediaName(d.MediaType), sh.size(d.Size), sh.lang.Language(d.Language)),
		Picture: sh.picture(d),
	}
}

// picture is a document that is an image, at the widths that are smaller than it; none where its size is not known.
func (sh *sheet) picture(d portal.Document) view.Picture {
	if d.Width <= 0 || d.Height <= 0 {
		return view.Picture{}
	}
	p := view.Picture{URL: view.Document.In(sh.lang, d.Hash), Alt: d.AltText.In(sh.lang), Width: d.Width, Height: d.Height}
	var jpeg, webp []string
	for _, width := range media.Widths {
		if width < d.Width {
			wide := strconv.Itoa(width)
			jpeg = append(jpeg, view.DocumentImage.In(sh.lang, d.Hash, wide)+" "+wide+"w")
			webp = append(webp, view.DocumentImage.In(sh.lang, d.Hash, wide+media.Ending(media.WebP))+" "+wide+"w")
		}
	}
	if len(jpeg) > 0 {
		p.URL, _, _ = strings.Cut(jpeg[0], " ")
		p.Width, p.Height = media.Widths[0], max(1, d.Height*media.Widths[0]/d.Width)
		p.Set, p.WebP = strings.Join(jpeg, ", "), strings.Join(webp, ", ")
	}
	return p
}

// download is the paper itself, in the reader's language where it is held in that: a document of the agreement, else of its signing.
// part is the tie as far as it belongs to the paper.
func (sh *sheet) download(part portal.Tie, a portal.Agreement) view.DocumentLink {
	own := slices.Clone(sh.files[store.Named{Kind: portal.KindAgreement, ID: a.ID}])
	for _, s := range part.Steps {
		if a.Instrument.Binding() && s.Stage.Group() == portal.Signed.Group() || a.Instrument == portal.LetterOfIntent && s.Stage == portal.Intent {
			own = append(own, sh.files[store.Named{Kind: portal.KindStep, ID: s.ID}]...)
		}
	}
	if len(own) == 0 {
		return view.DocumentLink{}
	}
	d := own[max(0, slices.IndexFunc(own, func(d portal.Document) bool { return d.Language == string(sh.lang) }))]
	link := sh.documentLink(d)
	link.Label = sh.t("agreement.download")
	return link
}

// mediaName is a media type as people call it: PDF.
func mediaName(mediaType string) string {
	return strings.ToUpper(strings.TrimPrefix(media.Ending(mediaType), "."))
}

// size is a number of bytes as people write it: 380 KB.
func (sh *sheet) size(bytes int64) string {
	const kilobyte, megabyte = 1 << 10, 1 << 20
	if bytes < megabyte {
		return sh.lang.Number(max(1, bytes/kilobyte)) + " KB"
	}
	return sh.lang.Decimal(math.Round(float64(bytes)/megabyte*10)/10) + " MB"
}
