package media

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"

	"kotakembar/internal/portal"
)

// The kinds of files that are kept.
const (
	PDF  = "application/pdf"
	JPEG = "image/jpeg"
	PNG  = "image/png"
	WebP = "image/webp"
	ODT  = "application/vnd.oasis.opendocument.text"
	DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

// archive is how a sniffer calls the files of office programs.
const archive = "application/zip"

// sniffed is how many bytes at the beginning tell what a file is.
const sniffed = 512

// examine looks into a file that lies under a temporary name and tells what is known of it but for its hash. An image is made anew
// under the same name.
func (s *Store) examine(ctx context.Context, name string) (kept portal.File, err error) {
	f, err := s.root.Open(name)
	if err != nil {
		return kept, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return kept, err
	}
	kept.Size = info.Size()
	if kept.Size == 0 {
		return kept, refused("problem.file_empty")
	}
	head := make([]byte, min(sniffed, kept.Size))
	if _, err := f.ReadAt(head, 0); err != nil {
		return kept, err
	}
	switch kept.MediaType = http.DetectContentType(head); {
	case kept.MediaType == archive && !s.strangers:
		kept.MediaType, kept.Words, err = lookIntoOffice(f, kept.Size)
		return kept, err
	case kept.MediaType == PDF, codecs[kept.MediaType].decode != nil:
		return s.inMemory(ctx, name, f, kept)
	}
	return kept, s.otherKind()
}

// otherKind tells which kinds of files are taken.
func (s *Store) otherKind() error {
	if s.strangers {
		return refused("problem.file_kind")
	}
	return refused("problem.file_kind_office")
}

// alone waits for the desk on which files are held in memory; done leaves it.
func (s *Store) alone(ctx context.Context) (done func(), err error) {
	select {
	case s.desk <- struct{}{}:
		return func() { <-s.desk }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// inMemory looks into a file that has to be held as a whole. One at a time is, so that many who send at once cannot fill the memory.
func (s *Store) inMemory(ctx context.Context, name string, f *os.File, kept portal.File) (portal.File, error) {
	done, err := s.alone(ctx)
	if err != nil {
		return kept, err
	}
	defer done()
	data, err := io.ReadAll(io.NewSectionReader(f, 0, kept.Size))
	if err != nil {
		return kept, err
	}
	if kept.MediaType == PDF {
		if why := lookIntoPDF(data); why != "" {
			return kept, refused(why)
		}
		return kept, nil
	}
	p, err := remake(kept.MediaType, data)
	if err != nil {
		return kept, err
	}
	kept.MediaType, kept.Size, kept.Width, kept.Height = p.mediaType, int64(len(p.bytes)), p.width, p.height
	return kept, s.write(name, bytes.NewReader(p.bytes), os.O_TRUNC)
}
