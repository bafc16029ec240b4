package media_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"testing"

	"golang.org/x/image/webp"

	"kotakembar/internal/media"
)

func TestColoursOfAWebPStayWhatTheyWere(t *testing.T) {
	t.Parallel()
	black, red, white := color.RGBA{0, 0, 0, 255}, color.RGBA{255, 0, 0, 255}, color.RGBA{255, 255, 255, 255}
	for name, sent := range map[string]struct {
		file        string
		left, right color.RGBA
	}{
		"opaque": {"UklGRjIAAABXRUJQVlA4ICYAAABQAgCdASogABAALhEMhkMQkJCAgAglpAAD2UAA/v+rWI//oyAAAA==", black, white},
		"half seen through": {
			"UklGRnoAAABXRUJQVlA4WAoAAAAQAAAAHwAADwAAQUxQSBQAAAABD3DA/4iIIBBI8pceYIGI/kfxAlZQOCBAAAAAEAMAnQEqIAAQAD4ZCINBIQYBAAQAYSgB2APwA/QACrnAAP7/yah/" +
				"+PRD//45k3MMT/jm3//+LCeBxRkf/iogAA==",
			color.RGBA{128, 128, 128, 255}, red,
		},
	} {
		file, err := base64.StdEncoding.DecodeString(sent.file)
		if err != nil {
			t.Fatal(err)
		}
		shown := keptPicture(t, file)
		for at, want := range map[image.Point]color.RGBA{{4, 8}: sent.left, {27, 8}: sent.right} {
			if got := color.RGBAModel.Convert(shown.At(at.X, at.Y)).(color.RGBA); !near(got, want) {
				t.Errorf("%s: %v at %v, want %v", name, got, at, want)
			}
		}
	}
}

// keptPicture is what is kept of an image.
func keptPicture(t *testing.T, file []byte) image.Image {
	t.Helper()
	s, _ := open(t, 0)
	kept, err := s.Keep(t.Context(), bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	if err := s.Serve(w, httptest.NewRequest(http.MethodGet, "/", nil), kept.Hash, kept.MediaType, "x"); err != nil {
		t.Fatal(err)
	}
	return decoded(t, w.Body)
}

func decoded(t *testing.T, from io.Reader) image.Image {
	t.Helper()
	shown, _, err := image.Decode(from)
	if err != nil {
		t.Fatal(err)
	}
	return shown
}

// near tells whether nobody would see two colours apart.
func near(a, b color.RGBA) bool {
	const least = 4
	apart := func(a, b uint8) bool { return max(a, b)-min(a, b) > least }
	return !apart(a.R, b.R) && !apart(a.G, b.G) && !apart(a.B, b.B)
}

// landscape is an image like a photograph: a sky, hills and leaves, none of them flat.
func landscape(width, height int) *image.RGBA {
	seed := rand.New(rand.NewPCG(1960, 6))
	shown := image.NewRGBA(image.Rect(0, 0, width, height))
	leaf := make([]float64, width)
	for y := range height {
		for x := range width {
			leaf[x] = 0.8*leaf[x] + 12*seed.NormFloat64()*float64(y)/float64(height)
			hill := 30 * math.Sin(float64(x)/40+float64(y)/25)
			light := 210 - 120*float64(y)/float64(height) + hill + leaf[x]
			shade := func(part float64) uint8 { return uint8(min(max(light*part, 0), 255)) }
			shown.SetRGBA(x, y, color.RGBA{shade(0.8), shade(0.95), shade(1.1 - 0.5*float64(y)/float64(height)), 255})
		}
	}
	return shown
}

// likeness is how near the brightness of two images is: the peak signal-to-noise ratio in decibels.
func likeness(a, b image.Image) float64 {
	var sum float64
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			d := float64(color.GrayModel.Convert(a.At(x, y)).(color.Gray).Y) - float64(color.GrayModel.Convert(b.At(x, y)).(color.Gray).Y)
			sum += d * d
		}
	}
	return 10 * math.Log10(255*255*float64(a.Bounds().Dx()*a.Bounds().Dy())/sum)
}

// sentPicture decodes what was sent with a decoder that is not of the house of the encoder, in the range of brightness that is meant.
func sentPicture(t *testing.T, as string, from io.Reader) image.Image {
	t.Helper()
	if as == media.JPEG {
		return decoded(t, from)
	}
	shown, err := webp.Decode(from)
	if err != nil {
		t.Fatal(err)
	}
	planes := shown.(*image.YCbCr)
	for i, is := range planes.Y {
		planes.Y[i] = uint8(min(max((int(is)-16)*255/219, 0), 255))
	}
	return shown
}

func TestPhotoAsWebPLooksLikeItsJPEGAndIsAQuarterSmaller(t *testing.T) {
	t.Parallel()
	s, _ := open(t, 0)
	photo := landscape(480, 320)
	asJPEG, asWebP := sentAs(t, s, photo, media.JPEG), sentAs(t, s, photo, media.WebP)
	if asWebP.size > asJPEG.size*3/4 || asWebP.like < asJPEG.like-0.5 || asWebP.like < 35 {
		t.Errorf("as JPEG %+v, as WebP %+v", asJPEG, asWebP)
	}
}

// The encoder works on many images at once and one after another, of which none may leave anything to the next.
func TestWebPOfEverySizeIsWhole(t *testing.T) {
	t.Parallel()
	for range 2 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			s, _ := open(t, 0)
			for side := 1; side <= 49; side += 3 {
				for _, size := range []image.Point{{side, 50 - side}, {50 - side, side}, {side, side}} {
					if sent := sentAs(t, s, landscape(size.X, size.Y), media.WebP); sent.like < 30 {
						t.Errorf("%v: %+v", size, sent)
					}
				}
			}
		})
	}
}

// sent is an image as it goes out: its bytes, and how like it is to what was kept.
type sent struct {
	size int
	like float64
}

// sentAs keeps an image and has it sent in a form.
func sentAs(t *testing.T, s *media.Store, shown image.Image, as string) sent {
	t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, shown); err != nil {
		t.Fatal(err)
	}
	kept, err := s.Keep(t.Context(), &file)
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	if err := s.ServeWidth(w, httptest.NewRequest(http.MethodGet, "/", nil), kept.Hash, kept.MediaType, media.Widths[0], as, "x"); err != nil {
		t.Fatal(err)
	}
	return sent{w.Body.Len(), likeness(shown, sentPicture(t, as, w.Body))}
}
