package media_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
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
