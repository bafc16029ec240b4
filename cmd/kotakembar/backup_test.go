package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/klauspost/compress/zstd"

	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func pool(t *testing.T, s settled) *pgxpool.Pool {
	t.Helper()
	pool, err := store.Open(s["DATABASE_URL"])
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	return pool
}

// kept has some files kept and returns their hashes.
func kept(t *testing.T, s settled, n int) (hashes []string) {
	t.Helper()
	files, err := media.Open(filepath.Join(s["KOTAKEMBAR_DATA"], "files"), 0)
	if err != nil {
		t.Fatal(err)
	}
	st := store.New(pool(t, s))
	for i := range n {
		f, err := files.KeepNoted(t.Context(), strings.NewReader(fmt.Sprintf("%s%%%d\n", plainPDF, i)), func(f portal.File) error { return st.NoteFile(t.Context(), f) })
		if err != nil {
			t.Fatal(err)
		}
		hashes = append(hashes, f.Hash)
	}
	return hashes
}

// sums are what each table holds, its rows in the order of their text.
func sums(t *testing.T, pool *pgxpool.Pool, but ...string) map[string]string {
	t.Helper()
	rows, _ := pool.Query(t.Context(), "select tablename::text from pg_tables where schemaname = 'public'")
	tables, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, table := range tables {
		if slices.Contains(but, table) {
			continue
		}
		var sum string
		err := pool.QueryRow(t.Context(), "select count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r::text)), '') from "+table+" r").Scan(&sum)
		if err != nil {
			t.Fatal(err)
		}
		found[table] = sum
	}
	return found
}

func TestRegisterComesBackFromItsBackupRowByRowAndFileByFile(t *testing.T) {
	t.Parallel()
	from, archive := at(t, storetest.URL(t), nil), filepath.Join(t.TempDir(), "daftar.backup")
	if code, _, complaint := said(t, from, "korek api biru tua\n", "staff", "add", "rina@example.test", "--password-stdin"); code != exitOK {
		t.Fatal(complaint)
	}
	hashes := kept(t, from, 3)
	source := pool(t, from)
	for _, sql := range []string{
		"insert into sessions (token_hash, staff_id, expires_at) select '\\x00', id, now() from staff",
		"insert into secrets values (E'tab\\tline\\nback\\\\slash', '\\x00ff'), ('', '\\x')",
	} {
		if _, err := source.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	if code, _, complaint := said(t, from, "", "backup", archive); code != exitOK || !strings.Contains(complaint, "3 files") {
		t.Fatalf("exit code %d: %s", code, complaint)
	}
	if info, err := os.Stat(archive); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others can read the backup: %v %v", info.Mode(), err)
	}
	if code, out, complaint := said(t, from, "", "check", "--backup", archive); code != exitOK || !strings.Contains(out, "backup: fine") {
		t.Errorf("check: exit code %d: %s", code, complaint)
	}

	to := at(t, storetest.Empty(t), nil)
	if code, _, complaint := said(t, to, "", "restore", archive); code != exitOK {
		t.Fatalf("exit code %d: %s", code, complaint)
	}
	passing := []string{"goose_db_version", "kept_posts", "letter_posts", "passkey_questions", "river_leader", "river_migration",
		"river_notification", "river_queue", "sessions", "sign_in_failures"}
	target := pool(t, to)
	before, after := sums(t, source, passing...), sums(t, target, passing...)
	if len(before) < 40 || len(before) != len(after) {
		t.Errorf("%d tables became %d", len(before), len(after))
	}
	for table, sum := range before {
		if after[table] != sum {
			t.Errorf("table %s holds %q, want %q", table, after[table], sum)
		}
	}
	for _, hash := range hashes {
		was, _ := os.ReadFile(filepath.Join(from["KOTAKEMBAR_DATA"], "files", hash[:2], hash[2:]))
		is, err := os.ReadFile(filepath.Join(to["KOTAKEMBAR_DATA"], "files", hash[:2], hash[2:]))
		if err != nil || len(was) == 0 || !bytes.Equal(was, is) {
			t.Errorf("file %s is not what it was (%v)", hash, err)
		}
	}
	if a, b := rules(t, source), rules(t, target); a != b {
		t.Errorf("its rules and triggers were\n%s\nand are\n%s", a, b)
	}
	if code, out, complaint := said(t, to, "", "check", "--files"); code != exitOK || !strings.Contains(out, "files: fine") {
		t.Errorf("check of what was restored: exit code %d: %s", code, complaint)
	}
	if _, err := store.New(target).AddStaff(t.Context(), portal.Staff{Email: "budi@example.test", Name: "Budi", Role: portal.Editor}); err != nil {
		t.Errorf("a new row after all others: %v", err)
	}
	if code, _, complaint := said(t, to, "", "restore", archive); code != exitFailed || !strings.Contains(complaint, "the database is not empty") {
		t.Errorf("a second time: exit code %d: %s", code, complaint)
	}
}

// rules are all constraints and triggers, with whether they act.
func rules(t *testing.T, pool *pgxpool.Pool) (all string) {
	t.Helper()
	err := pool.QueryRow(t.Context(),
		`select string_agg(said, E'\n' order by said)
		from (
			select conname || ' ' || pg_get_constraintdef(oid) || convalidated as said from pg_constraint where connamespace = 'public'::regnamespace
			union all
			select tgname || ' ' || tgrelid::regclass::text || ' ' || tgenabled::text from pg_trigger where not tgisinternal
		) everything`).Scan(&all)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestBackupIsOfOneMomentWhileWritesGoOn(t *testing.T) {
	t.Parallel()
	from := at(t, storetest.URL(t), nil)
	source := pool(t, from)
	ctx, stop := context.WithCancel(t.Context())
	begun, ended := make(chan struct{}), make(chan int)
	go func() { // a pair of rows in each transaction
		n := 0
		for ; ctx.Err() == nil; n++ {
			err := pgx.BeginFunc(t.Context(), source, func(tx pgx.Tx) error {
				if _, err := tx.Exec(t.Context(), "insert into secrets values ('pair ' || $1::int, '')", n); err != nil {
					return err
				}
				_, err := tx.Exec(t.Context(), "insert into search_synonyms values ('pair-' || $1::int, 'pair')", n)
				return err
			})
			if err != nil {
				t.Error(err)
				break
			}
			if n == 20 {
				close(begun)
			}
		}
		if n <= 20 {
			close(begun)
		}
		ended <- n
	}()
	<-begun
	var archive, complaint bytes.Buffer
	code := run(t.Context(), []string{"backup", "-"}, world{env: from.env, out: &archive, err: &complaint})
	stop()
	written := <-ended
	if code != exitOK {
		t.Fatal(complaint.String())
	}
	to := at(t, storetest.Empty(t), nil)
	if code, _, complaint := said(t, to, archive.String(), "restore", "-"); code != exitOK {
		t.Fatal(complaint)
	}
	var left, right int
	err := pool(t, to).QueryRow(t.Context(), "select (select count(*) from secrets where name like 'pair %'), (select count(*) from search_synonyms where term like 'pair-%')").Scan(&left, &right)
	if err != nil || left != right || left < 20 || left > written {
		t.Errorf("of %d pairs there are %d left and %d right halves (%v)", written, left, right, err)
	}
}

func TestBackupThatIsNotWhatItWasIsRefusedAndLeavesNothing(t *testing.T) {
	t.Parallel()
	from, path := at(t, storetest.URL(t), nil), filepath.Join(t.TempDir(), "daftar.backup")
	kept(t, from, 2)
	if code, _, complaint := said(t, from, "", "backup", path); code != exitOK {
		t.Fatal(complaint)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	flipped := func(at int) []byte {
		other := bytes.Clone(whole)
		other[at] ^= 0x10
		return other
	}
	plain := unpacked(t, whole)
	to := at(t, storetest.Empty(t), nil)
	for name, one := range map[string]struct {
		archive []byte
		want    string
	}{
		"nothing":         {nil, "no backup of this program"},
		"another file":    {[]byte(plainPDF), "no backup of this program"},
		"cut in half":     {whole[:len(whole)/2], "damaged or cut off"},
		"without its end": {whole[:len(whole)-3], "damaged or cut off"},
		"a byte early":    {flipped(len(whole) / 3), ""},
		"a byte late":     {flipped(len(whole) - 100), ""},
		"packed anew with another word": {packed(t, bytes.Replace(plain, []byte("Bandung"), []byte("Bandong"), -1)),
			""},
		"packed anew with another file": {packed(t, bytes.Replace(plain, []byte("%1\n"), []byte("%9\n"), 1)),
			"is not what its name says"},
		"of a newer program": {packed(t, bytes.Replace(plain, []byte(`"format": 1,`), []byte(`"format": 2,`), 1)), "newer program"},
		"of a newer schema":  {packed(t, bytes.Replace(plain, []byte("\t\t88,\n"), []byte("\t\t87,\n"), 1)), "steps of the schema that this one does not know"},
	} {
		code, _, complaint := said(t, to, string(one.archive), "restore", "-")
		if code != exitFailed || !strings.Contains(complaint, "nothing was restored") || !strings.Contains(complaint, one.want) {
			t.Errorf("%s: exit code %d: %s", name, code, complaint)
		}
		if err := os.WriteFile(path, one.archive, 0o600); err != nil {
			t.Fatal(err)
		}
		if code, _, _ := said(t, to, "", "check", "--backup", path); code != exitFailed {
			t.Errorf("%s: check finds nothing wrong", name)
		}
	}
	if found := sums(t, pool(t, to)); len(found) > 0 {
		t.Errorf("tables stay: %v", found)
	}
	left, err := filepath.Glob(filepath.Join(to["KOTAKEMBAR_DATA"], "files", "*", "*"))
	if err != nil || len(left) > 0 {
		t.Errorf("files stay: %v (%v)", left, err)
	}
	if code, _, complaint := said(t, to, string(whole), "restore", "-"); code != exitOK {
		t.Errorf("the whole one after all those: %s", complaint)
	}
}

func unpacked(t *testing.T, b []byte) []byte {
	t.Helper()
	r, err := zstd.NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	b, err = r.DecodeAll(b, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func packed(t *testing.T, b []byte) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	return w.EncodeAll(b, nil)
}

func TestBackupTellsOfFilesThatAreMissing(t *testing.T) {
	t.Parallel()
	s, archive := at(t, storetest.URL(t), nil), filepath.Join(t.TempDir(), "daftar.backup")
	hashes := kept(t, s, 2)
	if err := os.Remove(filepath.Join(s["KOTAKEMBAR_DATA"], "files", hashes[0][:2], hashes[0][2:])); err != nil {
		t.Fatal(err)
	}
	if code, _, complaint := said(t, s, "", "backup", archive); code != exitFailed || !strings.Contains(complaint, "1 files that the register names are missing") {
		t.Errorf("exit code %d: %s", code, complaint)
	}
	if code, _, complaint := said(t, at(t, storetest.Empty(t), nil), "", "restore", archive); code != exitOK || !strings.Contains(complaint, "1 files were not there") {
		t.Errorf("what is there comes back all the same: exit code %d: %s", code, complaint)
	}
}
