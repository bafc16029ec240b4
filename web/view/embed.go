package view

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

// Embed is the pulse and the label of one partner as other sites show them.
type Embed struct {
	Slug     string
	Pulse    Pulse
	Vitality VitalityLabel
	Updated  string // when the register last changed, as people write dates
}

// The measures of the drawing: a panel of paper, the strip of the site, the years below it, the label below them.
const (
	embedPadding = 16.0
	embedStrip   = 44.0 // from the top of the panel to the top of the strip
	embedYears   = 102.0
	embedLabel   = 132.0
	embedLine    = 18.0 // from one line of words to the next
	embedLetters = 82   // in a line of words, in whatever font a reader has
)

// reason is why the label was given, in lines.
func (e Embed) reason() (lines []string) {
	now := ""
	for _, word := range strings.Fields(e.Vitality.Reason) {
		if longer := strings.TrimSpace(now + " " + word); now == "" || len([]rune(longer)) <= embedLetters {
			now = longer
			continue
		}
		lines, now = append(lines, now), word
	}
	return append(lines, now)
}

func (e Embed) strip() float64 { return e.Pulse.x(stripGrid, e.Pulse.To+1) }
func (e Embed) width() float64 { return e.strip() + 2*embedPadding }
func (e Embed) height() float64 {
	return embedLabel + float64(len(e.reason()))*embedLine + embedPadding
}
func (e Embed) box() string { return "0 0 " + number(e.width()) + " " + number(e.height()) }

// panel is the ground: square at the start, round at the one end corner.
func (e Embed) panel() string {
	const r = 28.0
	return "M0 0H" + number(e.width()) + "V" + number(e.height()-r) + "a28 28 0 0 1-28 28H0z"
}

func (e Embed) yearX(year int) string { return number(embedPadding + e.Pulse.x(stripGrid, year)) }
func (e Embed) lineY(i int) string    { return number(embedLabel + float64(i+1)*embedLine) }

// title is the drawing in a sentence.
func (e Embed) title(ctx context.Context) string {
	return i18n.T(ctx, "embed.title", e.Pulse.Name) + ": " + e.Vitality.Word
}

// embedSheet is the style sheet of the drawing, which stands alone; it is light or dark as its reader's device is.
const embedSheet = `text{font:13px system-ui,"Noto Sans",Roboto,sans-serif;fill:#41504A}.name{font-size:20px}.strong{font-weight:600}` +
	`.name,.strong{fill:#12211C}.panel{fill:#F5F4ED}.lit,.panes{fill:#00614E}.unlit{fill:#D6D4C5}` +
	`.hollow,.frame{fill:none;stroke:#00614E}.term{fill:none;stroke:#12211C;stroke-width:1.5}` +
	`.term-unclear{fill:none;stroke:#41504A;stroke-width:1.5;stroke-dasharray:3 3}` +
	`@media(prefers-color-scheme:dark){text{fill:#B4BEB6}.name,.strong{fill:#EEECE1}.panel{fill:#0E1613}.lit,.panes{fill:#F5B93F}` +
	`.unlit{fill:#33423B}.hollow,.frame{stroke:#F5B93F}.term{stroke:#EEECE1}.term-unclear{stroke:#B4BEB6}}`

// EmbedPolicy is what a browser that opens the drawing by itself may do: draw it in its own style.
func EmbedPolicy() string {
	sum := sha256.Sum256([]byte(embedSheet))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; frame-ancestors 'none'"
}

func embedStyle() templ.Component { return templ.Raw("<style>" + embedSheet + "</style>") }

// imageCode is what another site writes to show the drawing.
func (e Embed) imageCode(ctx context.Context) string {
	lang := i18n.From(ctx)
	return fmt.Sprintf("<a href=\"%s\"><img src=\"%s\" width=\"%s\" height=\"%s\" loading=\"lazy\" alt=\"%s\"></a>",
		absolute(ctx, Partner.In(lang, e.Slug)), absolute(ctx, PulseImage.In(lang, e.Slug)), number(e.width()), number(e.height()),
		templ.EscapeString(i18n.T(ctx, "embed.title", e.Pulse.Name)))
}

// frameCode is what another site writes to show the page of the pulse.
func (e Embed) frameCode(ctx context.Context) string {
	const height = 250
	return fmt.Sprintf("<iframe src=\"%s\" title=\"%s\" width=\"100%%\" height=\"%s\" loading=\"lazy\"></iframe>",
		absolute(ctx, PulseFrame.In(i18n.From(ctx), e.Slug)), templ.EscapeString(i18n.T(ctx, "embed.title", e.Pulse.Name)), strconv.Itoa(height))
}
