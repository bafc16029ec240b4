package localpg_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kotakembar/internal/localpg"
)

// sham makes a folder with programs that only tell a version.
func sham(t *testing.T, version string) string {
	t.Helper()
	dir := folder(t)
	for _, name := range []string{"postgres", "initdb"} {
		script := "#!/bin/sh\necho '" + name + " (PostgreSQL) " + version + "'\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestProgramsAreFoundOffPath(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	s := start(t, localpg.Config{Volatile: true})
	if got := ask(t, s.URL(), "select 'found'"); got != "found" {
		t.Errorf("the server says %q", got)
	}
}

func TestMissingProgramsAreNamedWithTheirPackages(t *testing.T) {
	t.Parallel()
	_, err := localpg.Start(t.Context(), localpg.Config{Dir: folder(t), Bin: t.TempDir()})
	if !errors.Is(err, localpg.ErrNotInstalled) || !strings.Contains(err.Error(), "apt-get install postgresql") {
		t.Errorf("no programs: %v", err)
	}
}

func TestOldProgramsAreRefused(t *testing.T) {
	t.Parallel()
	_, err := localpg.Start(t.Context(), localpg.Config{Dir: folder(t), Bin: sham(t, "14.11 (Debian 14.11-1)")})
	if !errors.Is(err, localpg.ErrTooOld) || !strings.Contains(err.Error(), "14") {
		t.Errorf("PostgreSQL 14: %v", err)
	}
}

func TestClusterOfAnotherVersionIsRefused(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	data := filepath.Join(dir, "data")
	if err := os.Mkdir(data, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(data, "PG_VERSION"), []byte("16\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := localpg.Start(t.Context(), localpg.Config{Dir: dir, Bin: sham(t, "17beta1")})
	if !errors.Is(err, localpg.ErrDataVersion) || !strings.Contains(err.Error(), "made by 16") {
		t.Errorf("cluster of 16 under 17: %v", err)
	}
}
