package public_test

import (
	"slices"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// TestDisputeAnswersOneQuestion looks at the paper of which sources say most: each of its disputes holds the values of one question alone.
func TestDisputeAnswersOneQuestion(t *testing.T) {
	doc := open(t).page(t, "/perjanjian/melbourne")
	told := map[string][]string{}
	doc.Find(".dispute").Each(func(_ int, e *goquery.Selection) {
		question := words(e.Parent().Closest("section").Find("h2"))
		e.Find(".dispute-value").Each(func(_ int, value *goquery.Selection) { told[question] = append(told[question], words(value)) })
	})
	for question, want := range map[string][]string{
		"Kota kembar atau bukan?":  {"Kerja sama lain", "kota kembar"},
		"Kapan ditandatangani?":    {"22 April 2024", "2023", "sebelum 2019"},
		"Aturan apa yang berlaku?": {"Masa PP 28/2018", "juga perlu persetujuan DPD di tingkat nasional"},
	} {
		if !slices.Equal(told[question], want) {
			t.Errorf("%s: %q, want %q", question, told[question], want)
		}
	}
}
