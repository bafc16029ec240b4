package public_test

import (
	"slices"
	"strings"
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

func TestVersionsOfADisputeAreOfSourcesAndOfOneQuestion(t *testing.T) {
	s := open(t)
	for path, c := range map[string]struct {
		question string
		values   []string
	}{
		"/perjanjian/hamamatsu": {"Kapan ditandatangani?", []string{"26 Juni 2019", "sebelum 2008", "sesudah 2009 (waktu itu masih cita-cita)", "sesudah Februari 2015 (waktu itu baru Letter of Intent)"}},
		"/perjanjian/liuzhou":   {"Bagaimana ceritanya?", []string{"tujuh tahun tanpa kegiatan; tiga dari lima unsur kunci UNDP tidak terpenuhi", "kisah yang berhasil"}},
		"/mitra/yingkou":        {"Kapan ditandatangani?", []string{"sekitar 2005", "2006 (seperti tercetak)", "sudah ada pada Juni 2007"}},
	} {
		var told []string
		doc := s.page(t, path)
		for _, e := range doc.Find(".dispute").EachIter() {
			question := words(e.Parent().Closest("section").Find("h2"))
			if strings.Contains(question, "Penandatanganan") {
				t.Errorf("%s asks for the day once more: %q", path, question)
			}
			if question == c.question {
				for _, value := range e.Find(".dispute-value").EachIter() {
					told = append(told, words(value))
				}
			}
		}
		if !slices.Equal(told, c.values) {
			t.Errorf("%s: %q, want %q", path, told, c.values)
		}
	}
	if text := words(s.page(t, "/perjanjian/fort-worth").Find(".dispute-value")); strings.Contains(text, "13 Mei") {
		t.Errorf("the day of a reception is told as one of the signing: %q", text)
	}
}
