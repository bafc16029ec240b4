package export_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"kotakembar/internal/export"
	"kotakembar/internal/store"
)

// at is the register on another day.
func (r register) at(day time.Time) register {
	r.Now = func() time.Time { return day }
	return r
}

func (r register) keepMonth() {
	r.t.Helper()
	shelf, _ := r.shelf()
	if err := shelf.KeepMonth(r.t.Context()); err != nil {
		r.t.Error(err) // also from beside the test
	}
}

// monthlies are all snapshots, and the bytes of the newest.
func (r register) monthlies() (list []store.Monthly, newest []byte) {
	r.t.Helper()
	list, err := r.Store.Monthlies(r.t.Context())
	if err != nil || len(list) == 0 {
		r.t.Fatalf("%d snapshots, %v", len(list), err)
	}
	shelf, _ := r.shelf()
	if newest, err = io.ReadAll(shelf.MonthlyContent(r.t.Context(), list[0])); err != nil {
		r.t.Fatal(err)
	}
	return list, newest
}

func TestEditsAfterTheSnapshotOfAMonthDoNotChangeIt(t *testing.T) {
	r := openOwn(t)
	r.keepMonth()
	list, before := r.monthlies()
	sum := sha256.Sum256(before)
	if m := list[0]; m.Month != "2026-11" || m.Hash != hex.EncodeToString(sum[:]) || m.Size != int64(len(before)) || !m.MadeAt.Equal(today) {
		t.Errorf("the snapshot is %+v", m)
	}
	if !bytes.Equal(before, r.file("kota-kembar.zip")) {
		t.Error("the snapshot is not what the register held")
	}
	r.publish("braunschweig", "Lower Saxony")
	r.at(today.AddDate(0, 0, 9)).keepMonth()
	if list, after := r.monthlies(); len(list) != 1 || !bytes.Equal(before, after) {
		t.Errorf("after an edit there are %d snapshots, the first unchanged: %v", len(list), bytes.Equal(before, after))
	}
	r.at(today.AddDate(0, 1, 0)).keepMonth()
	list, december := r.monthlies()
	if len(list) != 2 || list[0].Month != "2026-12" || bytes.Equal(before, december) {
		t.Errorf("in December there are %d snapshots, the first of %s", len(list), list[0].Month)
	}
	if !strings.Contains(string(unzipped(t, december)["cities.csv"]), "Lower Saxony") {
		t.Error("the snapshot of December does not hold the edit of November")
	}
}

func TestSnapshotCannotBeChangedByAnybody(t *testing.T) {
	r := openOwn(t)
	r.keepMonth()
	for _, sql := range []string{
		"update snapshots set hash = repeat('0', 64)", "delete from snapshot_parts", "delete from snapshots", "truncate snapshots cascade",
		"update snapshot_parts set bytes = ''",
	} {
		if _, err := r.pool.Exec(t.Context(), sql); err == nil {
			t.Errorf("%s was done", sql)
		}
	}
}

func TestOfManyNodesOneMakesTheSnapshot(t *testing.T) {
	r := openOwn(t)
	var nodes sync.WaitGroup
	for range 4 {
		nodes.Go(r.keepMonth)
	}
	nodes.Wait()
	if list, content := r.monthlies(); len(list) != 1 || int64(len(content)) != list[0].Size {
		t.Errorf("there are %d snapshots, the bytes of one are %d", len(list), len(content))
	}
}

func TestSnapshotOfSeveralPartsIsReadFromAnywhere(t *testing.T) {
	r := openOwn(t)
	whole := bytes.Repeat([]byte("0123456789abcdef"), store.PartSize/8+3)
	m := store.Monthly{Month: "2020-01", MadeAt: today, Size: int64(len(whole)), Hash: strings.Repeat("a", 64)}
	if err := r.Store.KeepMonthly(t.Context(), m, bytes.NewReader(whole)); err != nil {
		t.Fatal(err)
	}
	shelf := export.NewShelf(r.Register, "")
	for _, from := range []int64{0, store.PartSize - 5, store.PartSize, 2 * store.PartSize, m.Size - 1, m.Size} {
		content := shelf.MonthlyContent(t.Context(), m)
		if _, err := content.Seek(from, io.SeekStart); err != nil {
			t.Fatal(err)
		}
		rest, err := io.ReadAll(content)
		if err != nil || !bytes.Equal(rest, whole[from:]) {
			t.Errorf("from %d on there are %d bytes, want %d (%v)", from, len(rest), len(whole[from:]), err)
		}
	}
}
