package main

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"testing"
)

// It unmaps pages of the whole process, so it runs beside no other test.
func TestPagesOfTheProgramsFileAreHandedBack(t *testing.T) {
	before := filePages(t)
	if err := dropFilePages(); err != nil {
		t.Fatal(err)
	}
	if after := filePages(t); after > before*3/4 {
		t.Errorf("%d KiB of files were resident, and %d still are", before, after)
	}
}

// filePages is how many KiB of files this process has mapped and resident.
func filePages(t *testing.T) int {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	told := regexp.MustCompile(`(?m)^RssFile:\s+(\d+) kB$`).FindSubmatch(status)
	if told == nil {
		t.Skip("this system does not tell")
	}
	kib, err := strconv.Atoi(string(told[1]))
	if err != nil {
		t.Fatal(err)
	}
	return kib
}

func TestOnlyUntouchedMappingsOfTheProgramsFileAreHandedBack(t *testing.T) {
	t.Parallel()
	const smaps = `00400000-01468000 r-xp 00000000 fe:00 17                            /srv/kota kembar (new)
Rss:               14496 kB
Anonymous:             0 kB
VmFlags: rd ex mr mw me
01468000-025f4000 r--p 01068000 fe:00 17                            /srv/kota kembar (new)
Rss:               13808 kB
Anonymous:             4 kB
VmFlags: rd mr mw me
025f4000-02733000 rw-p 021f4000 fe:00 17                            /srv/kota kembar (new)
Anonymous:             0 kB
02733000-02800000 r--p 021f4000 fe:00 17                            /srv/kota kembar (new)
Anonymous:             0 kB
02800000-02900000 r--p 00000000 fe:00 18                            /srv/kota kembar (new).old
Anonymous:             0 kB
02900000-02a00000 r--p 00000000 00:00 0
Anonymous:             0 kB
`
	if got, want := mappingsOf("/srv/kota kembar (new)", smaps), []mapping{{0x400000, 0x1468000}, {0x2733000, 0x2800000}}; !slices.Equal(got, want) {
		t.Errorf("handed back %x, want %x", got, want)
	}
}
