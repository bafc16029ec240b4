package public

import (
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"

	"kotakembar/internal/form"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
)

// Names of what the form carries beside the answers. They stand before the file, which comes last.
const (
	lureInput  = "website" // hidden from people, so that only machines fill it
	stampInput = "stamp"
	keptInput  = "kept"
	fileInput  = "file"
)

// post is a form for a letter as it came in.
type post struct {
	values  url.Values
	stamp   stamp
	file    portal.LetterFile
	wrong   error  // with the file
	refused string // why it looks like a machine's, in the last part of a catalog key
}

// receive reads a post. A file is kept as it comes in, and not at all where what came before it is refused already.
func (s Site) receive(r *http.Request, k seal) (post, error) {
	p, file, err := s.receiveTexts(r, k)
	if err != nil || file == nil {
		return p, err
	}
	if p.refused != "" {
		p.wrong = &portal.Invalid{Problems: []portal.Problem{{Field: fileInput, Key: "problem.file_again"}}}
		return p, nil
	}
	_, err = s.Files.FromStrangers().KeepNoted(r.Context(), file, func(f portal.File) error {
		p.file = portal.LetterFile{Hash: f.Hash, MediaType: f.MediaType, Size: f.Size, Name: plainName(file.FileName())}
		return s.Store.NoteLetterFile(r.Context(), f, s.Now())
	})
	if portal.AsInvalid(err) != nil {
		p.file, p.wrong = portal.LetterFile{}, err
		return p, nil
	}
	return p, err
}

// receiveTexts reads a post up to its file, which is returned unread; nil where there is none.
func (s Site) receiveTexts(r *http.Request, k seal) (p post, file *multipart.Part, err error) {
	if p.values, file, err = posted(r); err != nil {
		return p, nil, err
	}
	return p, file, s.judge(&p, k)
}

// posted is what a form says, whichever way it is sent.
func posted(r *http.Request) (said url.Values, file *multipart.Part, err error) {
	parts, err := r.MultipartReader()
	if errors.Is(err, http.ErrNotMultipart) {
		if err := r.ParseForm(); err != nil {
			return nil, nil, errors.Join(respond.ErrBadRequest, err)
		}
		return r.PostForm, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	said = url.Values{}
	file, err = readTexts(parts, said)
	return said, file, err
}

// judge reads what the form carries beside the answers, and tells whether it looks like a machine's.
func (s Site) judge(p *post, k seal) error {
	if !form.Readable(p.values, form.Typed) {
		return respond.ErrBadRequest
	}
	known, ok := k.read(p.values.Get(stampInput))
	if p.refused = known.refusal(s.Now()); !ok || p.refused == "stale" {
		p.stamp, p.refused = k.fresh(s.Now()), "stale"
		return nil
	}
	p.stamp, p.file = known, k.readFile(p.values.Get(keptInput), known)
	if p.values.Get(lureInput) != "" {
		p.refused = "lure"
	}
	return nil
}

// textLimit is how many bytes of text a post may hold.
const textLimit = 256 << 10

// readTexts reads the parts of a post up to the file, which is returned unread; nil where there is none.
func readTexts(parts *multipart.Reader, into url.Values) (file *multipart.Part, err error) {
	left := int64(textLimit)
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if err != nil {
			return nil, unread(err)
		}
		if part.FormName() == fileInput {
			if part.FileName() == "" {
				continue
			}
			return part, nil
		}
		text, err := io.ReadAll(io.LimitReader(part, left+1))
		if err != nil {
			return nil, unread(err)
		}
		if left -= int64(len(text)); left < 0 {
			return nil, &http.MaxBytesError{Limit: textLimit}
		}
		into.Add(part.FormName(), string(text))
	}
}

// unread is what is wrong with a post that cannot be read to its end.
func unread(err error) error {
	if _, large := errors.AsType[*http.MaxBytesError](err); large {
		return err
	}
	return errors.Join(respond.ErrBadRequest, err)
}

// plainName is what a sender's file is called, without folders and control characters, at a length that can be shown.
func plainName(name string) string {
	const most = 120
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	if !form.Clean(name, "") {
		return ""
	}
	for utf8.RuneCountInString(name) > most {
		_, last := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-last]
	}
	return name
}
