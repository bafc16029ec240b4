package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/chromedp/chromedp"
)

// picture keeps what the tab shows from top to bottom, where pictures are asked for.
func (b *tab) picture() {
	b.t.Helper()
	root := os.Getenv("KOTAKEMBAR_SHOTS")
	if root == "" {
		return
	}
	dir := filepath.Join(root, strings.Split(b.t.Name(), "/")[0])
	if err := os.MkdirAll(dir, 0o755); err != nil {
		b.t.Fatal(err)
	}
	page, _, _ := strings.Cut(strings.Trim(b.address(), "/"), "?")
	name := fmt.Sprintf("%s-%d-%s.png", strings.ReplaceAll(page, "/", "_"), b.width, b.theme)
	const lossless = 100
	if err := os.WriteFile(filepath.Join(dir, name), ask(b, chromedp.FullScreenshot(lossless)), 0o644); err != nil {
		b.t.Fatal(err)
	}
}
