package store_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
	"kotakembar/internal/watch"
)

func TestSlowQuestionIsLoggedWithItsRequestAndWithoutItsValues(t *testing.T) { // not parallel: it looks at what the program logs
	var lines bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(watch.Handler(slog.NewTextHandler(&lines, nil))))
	defer slog.SetDefault(before)
	url := storetest.Shared(t)
	for limit, want := range map[time.Duration]bool{time.Nanosecond: true, time.Hour: false, 0: false} {
		lines.Reset()
		pool, err := store.Open(url, store.Watched(limit, nil))
		if err != nil {
			t.Fatal(err)
		}
		_, err = pool.Exec(watch.WithID(t.Context(), "REQUEST7"), "select $1::text", "rahasia")
		pool.Close()
		said := lines.String()
		if err != nil || strings.Contains(said, "select $1::text") != want || strings.Contains(said, "request_id=REQUEST7") != want || strings.Contains(said, "rahasia") {
			t.Errorf("limit %v (%v): %s", limit, err, said)
		}
	}
}
