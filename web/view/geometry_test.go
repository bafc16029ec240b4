package view

import (
	"strings"
	"testing"

	"kotakembar/internal/i18n"
)

func TestCoordinatesHaveAtMostOneDecimal(t *testing.T) {
	tests := map[float64]string{6.4: "6.4", 12: "12", 0.04: "0", -0.04: "0", -3.5: "-3.5", 105.66: "105.7", 1184: "1184"}
	for f, want := range tests {
		if got := number(f); got != want {
			t.Errorf("number(%v) = %s, want %s", f, got, want)
		}
	}
}

// braunschweig is a pulse of 67 years with one named year.
func braunschweig(years ...Year) Pulse {
	return Pulse{Name: "Braunschweig", From: 1960, To: 2026, Start: 1960, Years: years}
}

func TestAllStripsShareTheirYears(t *testing.T) {
	if got := braunschweig().stripBox(); got != "0 0 536 41" {
		t.Errorf("box %s, want 0 0 8N 41 for 67 years", got)
	}
	late := Pulse{From: 1960, To: 2026, Start: 2024, Years: []Year{{Year: 2024, Solid: 1}}}
	if got := late.draw(stripGrid, stripLine).lit; !strings.HasPrefix(string(got), "M512 28.8h6.4v5.2h-6.4z") {
		t.Errorf("2024 stands at %s, want x = 8 * 64 on the base of 34", got)
	}
}

func TestBricksStackUpAndTheSixthMakesACap(t *testing.T) {
	lit := string(braunschweig(Year{Year: 1960, Solid: 5}).draw(stripGrid, stripLine).lit)
	if want := "M0 28.8h6.4v5.2h-6.4zM0 22.1h6.4v5.2h-6.4zM0 15.4h6.4v5.2h-6.4zM0 8.7h6.4v5.2h-6.4zM0 2h6.4v5.2h-6.4z"; lit != want {
		t.Errorf("five bricks: %s", lit)
	}
	lit = string(braunschweig(Year{Year: 1960, Solid: 9}).draw(stripGrid, stripLine).lit)
	if !strings.HasSuffix(lit, "M0 5.2h6.4v2h-6.4z") || strings.Count(lit, "M") != maxBricks {
		t.Errorf("nine bricks end in %s, want a cap of 2", lit)
	}
}

func TestUnprovenActivitiesAreOutlines(t *testing.T) {
	b := braunschweig(Year{Year: 1960, Solid: 1, Unproven: 1}).draw(stripGrid, stripLine)
	if strings.Count(string(b.lit), "M") != 1 || string(b.hollow) != "M0.5 22.6h5.4v4.2h-5.4z" {
		t.Errorf("lit %s, hollow %s", b.lit, b.hollow)
	}
}

func TestEmptyYearsAreDrawnWithinThePartnershipAlone(t *testing.T) {
	unlit := func(p Pulse) int { return strings.Count(string(p.draw(stripGrid, stripLine).unlit), "M") }
	if got := unlit(braunschweig(Year{Year: 1960, Solid: 1})); got != 66 {
		t.Errorf("%d unlit years, want 66 of 67", got)
	}
	before := Pulse{From: 1960, To: 2026, Start: 2024, Years: []Year{{Year: 2019, Solid: 2}}}
	if got := unlit(before); got != 3 {
		t.Errorf("%d unlit years, want 2024 to 2026", got)
	}
	ended := Pulse{From: 1960, To: 2026, Start: 2000, End: 2009}
	if got := unlit(ended); got != 10 {
		t.Errorf("%d unlit years, want the ten of the partnership", got)
	}
	if got := unlit(Pulse{From: 1960, To: 2026}); got != 0 {
		t.Errorf("%d unlit years without a partnership, want none", got)
	}
}

func TestLinesSayWhereAnAgreementIsClear(t *testing.T) {
	p := braunschweig()
	p.Terms = []Term{{From: 2015, To: 2020, Clear: true}, {From: 2021, To: 2026}}
	b := p.draw(stripGrid, stripLine)
	if string(b.clear) != "M440 39.5H486.4" || string(b.unclear) != "M488 39.5H534.4" {
		t.Errorf("clear %s, unclear %s", b.clear, b.unclear)
	}
}

func TestLatePulseEventsAreWrittenBeforeTheirLine(t *testing.T) {
	p := braunschweig(Year{Year: 2020, Solid: 4})
	p.Events = []Event{{1960, "a"}, {1965, "b"}, {2020, "c"}, {2021, "d"}, {2022, "e"}}
	all := p.callouts()
	if len(all) != maxCallouts {
		t.Fatalf("%d callouts, want %d", len(all), maxCallouts)
	}
	if a, c := all[0], all[2]; a.anchor != "start" || a.x != "6" || a.y != "18" || c.anchor != "end" || c.x != "1050" || all[1].y != "44" {
		t.Errorf("callouts %+v", all)
	}
	if got := all[2].leader; got != "M1056.5 6V77" {
		t.Errorf("leader %s, want down to four bricks", got)
	}
}

func TestNamesOverThePulseNeverRunIntoEachOther(t *testing.T) {
	p := braunschweig()
	p.Events = append(p.Events, []Event{
		{1960, "Penandatanganan"}, {2019, "Malam Budaya 2019 dan kunjungan kerja"}, {1962, "Kunjungan balasan wali kota Bandung"},
		{2026, "Magang teknik untuk siswa SMK"}, {1963, "Gelanggang Generasi Muda"}, {2021, "Penamaan Jembatan Bandung"},
		{1985, "Pertukaran misi budaya"}, {1985, "Yang kedua di tahun itu"},
	}...)
	all := p.callouts()
	if len(all) != maxCallouts || all[0].name != "Penandatanganan" {
		t.Fatalf("%d names stand, the first one is %q", len(all), all[0].name)
	}
	for i, c := range all {
		if c.box.from < 0 || c.box.to > 1184 {
			t.Errorf("%q leaves the drawing: %v", c.name, c.box)
		}
		for _, o := range all[i+1:] {
			if c.y == o.y && c.box.meets(o.box) {
				t.Errorf("%q runs into %q", c.name, o.name)
			}
			if c.y <= o.y && o.box.from < c.at && c.at < o.box.to {
				t.Errorf("the line of %q goes through %q", c.name, o.name)
			}
		}
	}
	long := braunschweig()
	long.Events = []Event{{1990, strings.Repeat("w", 200)}}
	if len(long.callouts()) != 0 {
		t.Error("a name that is wider than the drawing stands on it")
	}
}

func TestBuildingHasAFloorForEachDecade(t *testing.T) {
	b := Building{Start: 1960, Now: 2026}
	if got := b.floors(); len(got) != 7 || got[0] != 1960 || got[6] != 2020 {
		t.Errorf("floors %v", got)
	}
	if got := b.height(); got != 7*13+6*7+2*5 {
		t.Errorf("height %v, want 143", got)
	}
	if got := (Building{Start: 2024, Now: 2026}).height(); got != 23 || radius(got) != 11.5 {
		t.Errorf("one floor: height %v, corner %v", got, radius(got))
	}
	if got := (Building{Now: 2026}).floors(); got != nil {
		t.Errorf("a partnership without a first year has floors %v", got)
	}
}

func TestWindowsFillFromTheBottomAndOnlyForYearsOfThePartnership(t *testing.T) {
	b := Building{Start: 2024, Now: 2026, Years: []Year{{Year: 2019, Solid: 3}, {Year: 2024, Solid: 1}, {Year: 2026, Solid: 7, Unproven: 1}}}
	h := b.draw(t.Context())
	if lit, unlit := strings.Count(string(h.lit), "M"), strings.Count(string(h.unlit), "M"); lit != 1+3 || unlit != 2+3 {
		t.Errorf("%d panes lit and %d unlit, want 4 and 5", lit, unlit)
	}
	if !strings.HasPrefix(string(h.lit), "M53 14h9v3.8h-9z") {
		t.Errorf("first lit pane %s, want the lowest of 2024", h.lit)
	}
}

func TestUnprovenActivitiesLightNoWindow(t *testing.T) {
	b := Building{Start: 2024, Now: 2026, Years: []Year{{Year: 2025, Unproven: 2}}}
	if h := b.draw(t.Context()); string(h.lit) != "" {
		t.Errorf("lit %s", h.lit)
	}
}

func TestBuildingLabelsNameTheDecadesInTheReadersLanguage(t *testing.T) {
	b := Building{Start: 1997, Now: 2026, Labels: true}
	labels := b.draw(i18n.With(t.Context(), i18n.EN)).labels
	if len(labels) != 4 || labels[0].text != "1990s" {
		t.Errorf("labels %v", labels)
	}
}

func TestSpanMarksWhatIsKnown(t *testing.T) {
	axis := Span{From: 2000, To: 2023}
	signed := axis
	signed.Intent, signed.Approved, signed.Signed = 2010, 2015, 2020
	d := signed.draw()
	if d.ring != "106" || d.disc != "206" || string(d.run) != "M110 9H206" || string(d.open) != "" || string(d.bar) == "" {
		t.Errorf("signed %+v", d)
	}
	open := axis
	open.Intent = 2010
	if d := open.draw(); string(d.open) != "M111 9H236" || d.disc != "" || string(d.bar) != "" {
		t.Errorf("open %+v", d)
	}
	if d := axis.draw(); d.ring != "" || d.disc != "" || string(d.axis) != "M6 9H236" {
		t.Errorf("nothing known %+v", d)
	}
}
