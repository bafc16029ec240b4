package main

import (
	"os"
	"regexp"
	"strconv"
	"syscall"
)

// dropFilePages unmaps the pages of the program's own file. What is used again is mapped again, from what the system holds of the file.
func dropFilePages() error {
	program, err := os.Readlink("/proc/self/exe")
	if err != nil {
		return err
	}
	mappings, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		return err
	}
	for _, m := range mappingsOf(program, string(mappings)) {
		if _, _, failed := syscall.Syscall(syscall.SYS_MADVISE, m.from, m.to-m.from, syscall.MADV_DONTNEED); failed != 0 {
			return failed
		}
	}
	return nil
}

// mapping is a part of the memory that shows a file.
type mapping struct{ from, to uintptr }

// mappingsOf finds a file in /proc/self/smaps: mappings that cannot be written to and hold nothing but the file, since a debugger's marks
// would be lost.
func mappingsOf(file, smaps string) (list []mapping) {
	pure := regexp.MustCompile(`(?m)^([0-9a-f]+)-([0-9a-f]+) r-[x-]p \S+ \S+ \S+ +` + regexp.QuoteMeta(file) + `\n(?:[A-Z].*\n)*?Anonymous: +0 kB$`)
	for _, found := range pure.FindAllStringSubmatch(smaps, -1) {
		from, err := strconv.ParseUint(found[1], 16, strconv.IntSize)
		if err != nil {
			continue
		}
		if to, err := strconv.ParseUint(found[2], 16, strconv.IntSize); err == nil {
			list = append(list, mapping{uintptr(from), uintptr(to)})
		}
	}
	return list
}
