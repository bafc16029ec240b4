// Package bench_test measures the program as it is built, against things that are as fast as can be, in one run: only ratios are worth
// comparing between machines. `make bench` prints the table.
//
// Here belong the rows of that table and what is needed to measure them. What does not belong here: benchmarks of single functions,
// which stand beside the function, and tests of what is right or wrong.
package bench_test

import (
	"fmt"
	"os"
	"testing"
)

// TestBench runs the rows and prints their table. It fails where a target is missed; what cannot be measured here says so.
func TestBench(t *testing.T) {
	if os.Getenv("KOTAKEMBAR_BENCH") == "" {
		t.Skip("it takes minutes and a quiet machine: make bench")
	}
	b := newBench(t)
	for _, rows := range []func(*bench) []row{
		(*bench).binaryRows, (*bench).startRows, (*bench).restRows, (*bench).cachedRows, (*bench).directoryRows, (*bench).uncachedRows,
		(*bench).loadRows, (*bench).publishRows,
	} {
		for _, r := range rows(b) {
			fmt.Println(r)
			if r.missed() {
				t.Errorf("missed: %s", r.what)
			}
		}
	}
}

// row is one line of the table.
type row struct {
	what   string
	value  float64
	unit   string  // behind the value; x for a ratio
	target float64 // 0 for none
	least  bool    // the target is the least, not the most, that the value may be
	how    string  // what the value is made of, or why there is none
}

// unmeasured is a row for what is not here to be measured against.
func unmeasured(what, why string) row { return row{what: what, unit: "-", how: why} }

func (r row) missed() bool {
	return r.unit != "-" && r.target != 0 && (r.least && r.value < r.target || !r.least && r.value > r.target)
}

// String is the row as a line of a Markdown table: what, value, target, verdict, how.
func (r row) String() string {
	value, target, verdict := "not measured", "", ""
	if r.unit != "-" {
		value = fmt.Sprintf("%.2f %s", r.value, r.unit)
	}
	if r.target != 0 {
		sign := "<="
		if r.least {
			sign = ">="
		}
		target, verdict = fmt.Sprintf("%s %g", sign, r.target), "met"
		if r.missed() {
			verdict = "missed"
		}
	}
	return fmt.Sprintf("| %s | %s | %s | %s | %s |", r.what, value, target, verdict, r.how)
}
