package main

import (
	"archive/zip"
	"os"
	"path/filepath"
	"testing"

	"kotakembar/internal/store/storetest"
)

func TestRegisterIsWrittenToAFileByItsEnding(t *testing.T) {
	t.Parallel()
	s, folder := at(t, storetest.URL(t), nil), t.TempDir()
	path := filepath.Join(folder, "daftar.zip")
	if code, _, complaint := said(t, s, "", "export", path); code != exitOK {
		t.Fatalf("exit code %d: %s", code, complaint)
	}
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	if _, err := archive.Open("datapackage.json"); err != nil || len(archive.File) < 15 {
		t.Errorf("the archive holds %d files (%v)", len(archive.File), err)
	}
	if code, _, _ := said(t, s, "", "export", filepath.Join(folder, "daftar.pdf")); code != exitUsage {
		t.Errorf("a format that there is not ends with %d", code)
	}
	if code, _, _ := said(t, s, "", "export", filepath.Join(folder, "none", "daftar.json")); code != exitFailed {
		t.Errorf("a folder that is not there ends with %d", code)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
		t.Errorf("the folder holds %v (%v)", left, err)
	}
}
