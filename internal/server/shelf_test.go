package server_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
)

func TestFilesOfTheRegisterTravelPackedWhereThatHelps(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	plain := s.browser().get("/data/files/sources.csv").is(http.StatusOK)
	if tag := plain.Header.Get("ETag"); !strings.HasPrefix(tag, `W/"`) {
		t.Errorf("a file that is packed on the way has the strong tag %s", tag)
	}
	b := s.browser()
	b.headers.Set("Accept-Encoding", "gzip")
	b.headers.Set("Range", "bytes=0-9") // of the plain file; a packed one has other parts
	packed := b.get("/data/files/sources.csv").is(http.StatusOK)
	reader, err := gzip.NewReader(strings.NewReader(packed.body))
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := io.ReadAll(reader)
	if err != nil || string(unpacked) != plain.body || len(packed.body) > len(plain.body)/2 {
		t.Errorf("%d bytes travel as %d (%v)", len(plain.body), len(packed.body), err)
	}
	whole := b.get("/data/files/kota-kembar.zip").is(http.StatusPartialContent)
	if whole.Header.Get("Content-Encoding") != "" || len(whole.body) != 10 {
		t.Errorf("a part of an archive: %d bytes, %v", len(whole.body), whole.Header)
	}
	head := s.browser().send(http.MethodHead, "/data/files/kota-kembar.zip", nil, "").is(http.StatusOK)
	if head.body != "" || head.ContentLength < 1000 {
		t.Errorf("HEAD gives %d bytes of %d", len(head.body), head.ContentLength)
	}
}

func TestProgramKeepsTheMonthByItself(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.KeepMonths(ctx)
	}()
	path := "/data/snapshot/" + time.Now().UTC().Format("2006-01") + ".zip"
	for s.browser().get(path).StatusCode != http.StatusOK {
		select {
		case <-ctx.Done():
			t.Fatal("there is no snapshot after a minute")
		case <-time.After(50 * time.Millisecond):
		}
	}
	stop()
	<-done
}

func TestRobotsNameTheSitemap(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	_, address, found := strings.Cut(s.browser().get("/robots.txt").is(http.StatusOK).body, "\nSitemap: https://"+host)
	if !found {
		t.Fatal("robots.txt names no sitemap")
	}
	s.browser().get(strings.TrimSpace(address)).is(http.StatusOK)
}

func TestExamplesOfTheDataPageAreWhatTheAPIAnswers(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	for _, path := range []string{"/data", "/en/data"} {
		page, err := goquery.NewDocumentFromReader(strings.NewReader(s.browser().get(path).is(http.StatusOK).body))
		if err != nil {
			t.Fatal(err)
		}
		blocks := page.Find("#api pre")
		if blocks.Length() != 4 {
			t.Fatalf("%s shows %d blocks", path, blocks.Length())
		}
		for i := 0; i < blocks.Length(); i += 2 {
			command, shown := blocks.Eq(i).Text(), blocks.Eq(i+1).Text()
			address := strings.TrimSuffix(strings.TrimPrefix(command, `curl "https://`+host), `"`)
			var real bytes.Buffer
			if err := json.Indent(&real, []byte(strings.TrimSpace(s.browser().get(address).is(http.StatusOK).body)), "", "  "); err != nil {
				t.Fatal(err)
			}
			beginning, cut := strings.CutSuffix(shown, "…")
			if !strings.HasPrefix(real.String(), beginning) || !cut && real.String() != shown || len(shown) < 100 {
				t.Errorf("%s answers\n%s\nbut the page shows\n%s", address, real.String(), shown)
			}
		}
		if drawing := page.Find("#grafik img").AttrOr("src", ""); drawing == "" {
			t.Errorf("%s shows no drawing", path)
		} else {
			s.browser().get(drawing).is(http.StatusOK)
		}
	}
}
