package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Screens that pages are read on: the narrowest that they must fit, a common phone, and a desk.
const (
	narrow = 320
	phone  = 360
	desk   = 1280
)

// resize gives the tab another screen; those of phones are touched and have two pixels where others have one.
func (b *tab) resize(width int) {
	b.t.Helper()
	b.width = width
	switch width {
	case phone:
		b.do(chromedp.EmulateViewport(phone, 800, chromedp.EmulateScale(2), chromedp.EmulateMobile, chromedp.EmulateTouch))
	case narrow:
		b.do(chromedp.EmulateViewport(narrow, 640))
	default:
		b.do(chromedp.EmulateViewport(int64(width), 900))
	}
}

// see chooses light or dark as the device's own appearance. Nothing moves, so that nothing is judged half-way.
func (b *tab) see(theme string) {
	b.t.Helper()
	b.theme = theme
	b.emulate(emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: theme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
}

func (b *tab) emulate(media emulation.SetEmulatedMediaParams) {
	b.t.Helper()
	b.do(call(emulation.SetEmulatedMedia, media))
}

// withoutScripts reads on as a browser does that runs none.
func (b *tab) withoutScripts() {
	b.t.Helper()
	b.plain = true
	b.do(call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}))
}

// way is how staff work: on which screen, and with or without scripts.
type way struct {
	width int
	plain bool
}

// take makes tabs go that way.
func (w way) take(tabs ...*tab) {
	for _, b := range tabs {
		b.t.Helper()
		b.resize(w.width)
		if w.plain {
			b.withoutScripts()
		}
	}
}

// eachWay walks a journey at a desk with scripts and on a phone without, each in a house of its own.
func eachWay(t *testing.T, walk func(t *testing.T, w way)) {
	t.Parallel()
	for name, w := range map[string]way{"at a desk": {width: desk}, "on a phone without scripts": {width: phone, plain: true}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			walk(t, w)
		})
	}
}
