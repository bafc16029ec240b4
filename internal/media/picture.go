package media

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"
	"golang.org/x/image/webp"
)

// Bounds of images. They are looked up before anything is decoded, since a small file can stand for a huge image.
const (
	mostPixels  = 32_000_000
	longestSide = 20_000
	keptSide    = 4_000 // of what is kept: an A4 page at 300 dots to the inch fits
	keptQuality = 90
)

// picture is an image made anew of its pixels alone, so that nothing else of the file is left: no place, no camera, no owner, nothing
// behind its end.
type picture struct {
	mediaType     string
	bytes         []byte
	width, height int
}

// remake decodes an image and encodes it again, upright and no larger than anybody needs it. A PNG stays one, others become JPEG.
func remake(mediaType string, data []byte) (p picture, err error) {
	codec := codecs[mediaType]
	size, err := codec.size(bytes.NewReader(data))
	if err != nil {
		return p, refused("problem.file_broken")
	}
	if size.Width > longestSide || size.Height > longestSide || size.Width*size.Height > mostPixels {
		return p, refused("problem.file_pixels", size.Width, size.Height, mostPixels/1_000_000)
	}
	shown, err := codec.decode(bytes.NewReader(data))
	if err != nil {
		return p, refused("problem.file_broken")
	}
	if longest := max(size.Width, size.Height); longest > keptSide {
		shown = scaled(shown, size.Width*keptSide/longest)
	}
	if mediaType == JPEG {
		shown = upright(shown, orientation(data))
	}
	return encode(mediaType, shown)
}

type codec struct {
	size   func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

var codecs = map[string]codec{
	JPEG: {jpeg.DecodeConfig, jpeg.Decode},
	PNG:  {png.DecodeConfig, png.Decode},
	WebP: {webp.DecodeConfig, decodeWebP},
}

func encode(mediaType string, shown image.Image) (p picture, err error) {
	p.width, p.height = shown.Bounds().Dx(), shown.Bounds().Dy()
	var b bytes.Buffer
	if mediaType == PNG {
		p.mediaType, err = PNG, png.Encode(&b, shown)
	} else {
		p.mediaType, err = JPEG, jpeg.Encode(&b, onPaper(shown), &jpeg.Options{Quality: keptQuality})
	}
	p.bytes = b.Bytes()
	return p, err
}

// onPaper puts what is not opaque on white, which JPEG would show black.
func onPaper(shown image.Image) image.Image {
	if opaque, ok := shown.(interface{ Opaque() bool }); ok && opaque.Opaque() {
		return shown
	}
	paper := image.NewRGBA(image.Rect(0, 0, shown.Bounds().Dx(), shown.Bounds().Dy()))
	draw.Draw(paper, paper.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(paper, paper.Bounds(), shown, shown.Bounds().Min, draw.Over)
	return paper
}

// scaled is the image at another width, of the same shape.
func scaled(shown image.Image, width int) image.Image {
	from := shown.Bounds()
	to := image.NewRGBA(image.Rect(0, 0, max(1, width), max(1, from.Dy()*width/from.Dx())))
	draw.CatmullRom.Scale(to, to.Bounds(), shown, from, draw.Src, nil)
	return to
}

// upright turns an image as its camera says that it was held (Exif 2.32, tag 0x0112): 1 as it is, 8 a quarter turn.
func upright(shown image.Image, how int) image.Image {
	if how < 2 || how > 8 {
		return shown
	}
	from := shown.Bounds()
	w, h := from.Dx(), from.Dy()
	size := image.Rect(0, 0, w, h)
	if how > 4 {
		size = image.Rect(0, 0, h, w)
	}
	to := image.NewRGBA(size)
	x, y := float64(w), float64(h)
	turns := [...]f64.Aff3{
		2: {-1, 0, x, 0, 1, 0}, 3: {-1, 0, x, 0, -1, y}, 4: {1, 0, 0, 0, -1, y},
		5: {0, 1, 0, 1, 0, 0}, 6: {0, -1, y, 1, 0, 0}, 7: {0, -1, y, -1, 0, x}, 8: {0, 1, 0, -1, 0, x},
	}
	draw.NearestNeighbor.Transform(to, turns[how], shown, from, draw.Src, nil)
	return to
}

// orientation is what the first Exif part of a JPEG says of how the camera was held, 1 where it says nothing.
func orientation(data []byte) int {
	for at := 2; at+4 <= len(data) && data[at] == 0xff && data[at+1] != 0xda; {
		size := int(binary.BigEndian.Uint16(data[at+2:]))
		end := at + 2 + size
		if size < 2 || end > len(data) {
			break
		}
		if exif, ok := bytes.CutPrefix(data[at+4:end], []byte("Exif\x00\x00")); ok && data[at+1] == 0xe1 {
			return orientationIn(exif)
		}
		at = end
	}
	return 1
}

// orientationIn looks through the first directory of a TIFF header.
func orientationIn(tiff []byte) int {
	var order binary.ByteOrder = binary.LittleEndian
	if bytes.HasPrefix(tiff, []byte("MM")) {
		order = binary.BigEndian
	}
	if len(tiff) < 8 {
		return 1
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 1
	}
	count := int(order.Uint16(tiff[at:]))
	const tag, length = 0x0112, 12
	for i := range count {
		entry := at + 2 + i*length
		if entry+length > len(tiff) {
			break
		}
		if order.Uint16(tiff[entry:]) == tag {
			return int(order.Uint16(tiff[entry+8:]))
		}
	}
	return 1
}
