package media

import (
	"image"
	"io"

	encoder "github.com/deepteams/webp"
	"golang.org/x/image/webp"
)

// encodeWebP makes a WebP with losses. It looks like the JPEG of narrowQuality, and is a quarter smaller where that is a photo, half as large
// where it is a page of text. There is one setting for all images: the encoder remembers parts of the last one.
func encodeWebP(to io.Writer, shown image.Image) error {
	setting := encoder.DefaultOptions()
	setting.Quality = narrowQuality
	return encoder.Encode(to, shown, setting)
}

// decodeWebP is webp.Decode with the colours that the file means: VP8 says them in the range of video (ITU-R BT.601: brightness from 16 to
// 235, colour from 16 to 240), and image.YCbCr takes them for that of JPEG (0 to 255), in which black would be a dark grey.
func decodeWebP(from io.Reader) (image.Image, error) {
	shown, err := webp.Decode(from)
	if err != nil {
		return nil, err
	}
	switch shown := shown.(type) {
	case *image.YCbCr:
		fullRange(shown)
	case *image.NYCbCrA:
		fullRange(&shown.YCbCr)
	}
	return shown, nil
}

// fullRange stretches the range of video to all that a byte can hold.
func fullRange(shown *image.YCbCr) {
	stretch(shown.Y, 16, 0, 219)
	stretch(shown.Cb, 128, 128, 224)
	stretch(shown.Cr, 128, 128, 224)
}

// stretch moves the middle of samples, and has the span of them fill a byte.
func stretch(samples []uint8, from, to, span int) {
	var become [256]uint8
	for is := range become {
		become[is] = uint8(min(max((2*(is-from)*255+span)/(2*span)+to, 0), 255))
	}
	for i, is := range samples {
		samples[i] = become[is]
	}
}
