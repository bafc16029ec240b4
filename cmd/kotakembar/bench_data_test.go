package main

import (
	"strings"
	"testing"

	"kotakembar/internal/store/storetest"
)

func TestEmptyRegisterIsFilledOnceWithAWorldToMeasureWith(t *testing.T) {
	t.Parallel()
	s := at(t, storetest.URL(t), nil)
	if code, out, complaint := said(t, s, "", "bench-data", "--partnerships", "5"); code != exitOK || !strings.Contains(out, "5 of 5 ties") {
		t.Fatalf("%d, said %q, %q", code, out, complaint)
	}
	if code, _, complaint := said(t, s, "", "bench-data", "--partnerships", "5"); code != exitFailed || !strings.Contains(complaint, "--over-records") {
		t.Errorf("a second time: %d, %q", code, complaint)
	}
	if code, _, complaint := said(t, s, "", "bench-data", "--partnerships", "0"); code != exitUsage || complaint == "" {
		t.Errorf("no partnerships: %d, %q", code, complaint)
	}
}
