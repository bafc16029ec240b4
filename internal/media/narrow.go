package media

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"strconv"

	"kotakembar/internal/portal"
)

// Widths are those at which images are sent, in pixels, from that of a telephone to that of a page.
var Widths = []int{480, 960, 1600}

// narrowQuality is that of images on pages; whoever wants to read every letter opens the file.
const narrowQuality = 80

// form is one in which images are sent.
type form struct {
	ending string
	encode func(io.Writer, image.Image) error
}

// forms are those in which images are sent: WebP, which is smaller, and JPEG for whoever does not know it.
var forms = map[string]form{
	WebP: {".webp", encodeWebP},
	JPEG: {".jpg", func(to io.Writer, shown image.Image) error {
		return jpeg.Encode(to, shown, &jpeg.Options{Quality: narrowQuality})
	}},
}

// narrowed is where an image lies at a width in a form.
func narrowed(hash string, width int, as string) string {
	return place(hash) + "-" + strconv.Itoa(width) + forms[as].ending
}

// Narrow makes a kept image in all forms at the widths that are smaller than it, so that nobody has to wait for them. What lies there
// already is left alone.
func (s *Store) Narrow(ctx context.Context, f portal.File) error {
	for as := range forms {
		for _, width := range Widths {
			if width >= f.Width {
				continue
			}
			if err := s.narrow(ctx, f.Hash, f.MediaType, width, as); err != nil {
				return missing(err)
			}
		}
	}
	return nil
}

// narrow makes an image at a width, unless it lies there already. One that is no wider stays as wide as it is.
func (s *Store) narrow(ctx context.Context, hash, mediaType string, width int, as string) error {
	if there, err := s.shelf.has(ctx, narrowed(hash, width, as)); err != nil || there {
		return err
	}
	done, err := s.alone(ctx)
	if err != nil {
		return err
	}
	defer done()
	f, err := s.Read(ctx, hash)
	if err != nil {
		return err
	}
	defer f.Close()
	shown, err := codecs[mediaType].decode(f)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnread, err)
	}
	if shown.Bounds().Dx() > width {
		shown = scaled(shown, width)
	}
	var b bytes.Buffer
	if err := forms[as].encode(&b, onPaper(shown)); err != nil {
		return err
	}
	return s.put(ctx, narrowed(hash, width, as), b.Bytes())
}

// put writes bytes to a place at once, so that nobody reads half of them.
func (s *Store) put(ctx context.Context, at string, data []byte) error {
	name := "new-" + rand.Text()
	err := s.write(name, bytes.NewReader(data), 0)
	if err == nil {
		err = kept(s.shelf.take(ctx, name, at))
	}
	if err != nil {
		return errors.Join(err, removed(s.root.Remove(name)))
	}
	return nil
}
