package e2e

import (
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// mostRequests is how many files a page may ask for, itself counted.
const mostRequests = 10

// frugal fails if the page asked for more files than it may. It is asked before anything else is done on the page.
func (b *tab) frugal() {
	b.t.Helper()
	if n := eval[int](b, `performance.getEntriesByType("resource").length + 1`); n > mostRequests {
		b.t.Errorf("%s asks for %d files", b.address(), n)
	}
}

// enlarged reads the page at 200 % on the screen of a desk: it fits, and no words are cut off.
func (b *tab) enlarged() {
	b.t.Helper()
	b.width = desk / 2
	b.do(chromedp.EmulateViewport(desk/2, 450, chromedp.EmulateScale(2)))
	b.fits()
	for _, words := range eval[[]string](b, cutWords) {
		b.t.Errorf("%s at 200 %%: cut off: %s", b.address(), words)
	}
}

// cutWords are the words that reach out of a box which hides what does. The map is cropped at both sides on narrow screens, and has a
// list as its twin.
const cutWords = `(() => {
	const cut = [], range = document.createRange();
	const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) {
		const text = walk.currentNode, e = text.parentElement;
		if (!text.data.trim() || !e.checkVisibility({contentVisibilityAuto: true}) || e.closest(".vh, .lure, .map, select, thead, details:not([open])")) continue;
		range.selectNodeContents(text);
		const its = range.getBoundingClientRect();
		for (let box = e; box && box !== document.body; box = box.parentElement) {
			if (!/hidden|clip/.test(getComputedStyle(box).overflowX)) continue;
			const frame = box.getBoundingClientRect();
			if (its.right > frame.right + 1 || its.left < frame.left - 1) cut.push(text.data.trim().slice(0, 80));
		}
	}
	return cut.slice(0, 6);
})()`

// forced reads the page in the colours of the reader's system, light or dark: every line and surface of a drawing can be told from
// its ground, by a contrast of 3 to 1 or as what is greyed out.
func (b *tab) forced() {
	b.t.Helper()
	b.emulate(emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "forced-colors", Value: "active"}, {Name: "prefers-color-scheme", Value: b.theme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
	for _, part := range eval[[]string](b, paleParts) {
		b.t.Errorf("%s in forced colours, %s: not to be seen: %s", b.address(), b.theme, part)
	}
	b.see(b.theme)
}

const paleParts = `(() => {
	const probe = document.body.appendChild(document.createElement("i"));
	const system = name => { probe.style.color = name; return getComputedStyle(probe).color; };
	probe.style.forcedColorAdjust = "none";
	const numbers = c => c.match(/[\d.]+/g).map(Number);
	const light = c => {
		const [r, g, b] = numbers(c).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
		return .2126 * r + .7152 * g + .0722 * b;
	};
	const ground = light(system("Canvas")), grey = system("GrayText");
	probe.remove();
	const seen = c => {
		if (!c.startsWith("rgb") || numbers(c)[3] === 0) return false;
		const its = light(c);
		return c === grey || (Math.max(its, ground) + .05) / (Math.min(its, ground) + .05) >= 3;
	};
	const pale = new Set();
	for (const e of document.querySelectorAll("main svg :is(path, rect, circle, ellipse, line, text)")) {
		const box = e.getBoundingClientRect(), style = getComputedStyle(e);
		const drawn = e.checkVisibility() && box.width + box.height > 1 && !e.closest("defs, clipPath, mask, .map-ground");
		if (drawn && !seen(style.fill) && !seen(style.stroke)) {
			pale.add((e.closest("svg").getAttribute("class") ?? "svg") + " " + e.tagName + "." + (e.getAttribute("class") ?? ""));
		}
	}
	return [...pale].slice(0, 6);
})()`
