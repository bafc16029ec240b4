package media

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"image/jpeg"
	"strconv"
)

// Widths are those at which images are sent, in pixels, from that of a telephone to that of a page.
var Widths = []int{480, 960, 1600}

// narrowQuality is that of images on pages; whoever wants to read every letter opens the file.
const narrowQuality = 80

// narrowed is where an image lies at a width.
func narrowed(hash string, width int) string { return place(hash) + "-" + strconv.Itoa(width) + ".jpg" }

// narrow makes an image at a width, unless it lies there already. One that is no wider stays as wide as it is.
func (s *Store) narrow(ctx context.Context, hash, mediaType string, width int) error {
	if there, err := s.shelf.has(ctx, narrowed(hash, width)); err != nil || there {
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
		return err
	}
	if shown.Bounds().Dx() > width {
		shown = scaled(shown, width)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, onPaper(shown), &jpeg.Options{Quality: narrowQuality}); err != nil {
		return err
	}
	return s.put(ctx, narrowed(hash, width), b.Bytes())
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
