package view

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"kotakembar/internal/i18n"
)

// keys finds the words that layouts and components ask for by a literal key.
var keys = regexp.MustCompile(`(?:i18n\.T\(ctx, |\bl(?:ang)?\.T\(|footerList\()"([a-z0-9_.]+)"[,)]`)

func TestCatalogKnowsEveryWordThatComponentsAskFor(t *testing.T) {
	layouts, _ := filepath.Glob("layout*.templ")
	parts, _ := filepath.Glob("part_*.templ")
	if len(layouts) == 0 || len(parts) == 0 {
		t.Fatal("no views found")
	}
	for _, name := range append(layouts, parts...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range keys.FindAllSubmatch(text, -1) {
			if key := string(m[1]); !i18n.Has(key) {
				t.Errorf("%s asks for %q", name, key)
			}
		}
	}
}

func TestCatalogKnowsTheWordsOfStatesAndChoices(t *testing.T) {
	want := []string{"pulse.label", "pulse.label_none", "building.decade", "building.label"}
	for _, s := range []StepState{StepDone, StepUnproven, StepCurrent, StepIdle, StepTodo, StepNone, StepUnknown} {
		want = append(want, "step."+string(s))
	}
	for _, item := range navItems {
		want = append(want, item.key)
	}
	for _, theme := range themes {
		want = append(want, theme.key)
	}
	for _, key := range want {
		if !i18n.Has(key) {
			t.Errorf("no word for %q", key)
		}
	}
}
