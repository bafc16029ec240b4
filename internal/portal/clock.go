package portal

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // the rules of all zones, for machines that have none of their own
)

// Clock is how far a city's clock is ahead of the home city's, in minutes, negative behind it. Both numbers are the same where
// neither city moves its clock or both do so together.
type Clock struct {
	Standard int // while both clocks show standard time
	Summer   int // while one of them is moved
}

// ClockOf compares two zones by their IANA names over the year that begins with a day; ok is false where a name is not known.
// A difference that lasts for less than two months of it is passed over: clocks that are moved on different days, or a
// month of fasting.
func ClockOf(home, zone string, on time.Time) (c Clock, ok bool) {
	here, ok := location(home)
	there, known := location(zone)
	if !ok || !known {
		return Clock{}, false
	}
	days := map[[2]int]int{} // minutes east of Greenwich here and there -> days of the year
	for n := range 365 {
		noon := dayOf(on).Add(time.Duration(24*n+12) * time.Hour)
		days[[2]int{minutesEast(noon, here), minutesEast(noon, there)}]++
	}
	maps.DeleteFunc(days, func(_ [2]int, n int) bool { return n < 60 })
	pairs := slices.SortedFunc(maps.Keys(days), func(a, b [2]int) int { // a clock is moved forward in summer, so the sum is least in standard time
		return cmp.Or(cmp.Compare(a[0]+a[1], b[0]+b[1]), cmp.Compare(a[0], b[0]))
	})
	first, last := pairs[0], pairs[len(pairs)-1]
	return Clock{Standard: first[1] - first[0], Summer: last[1] - last[0]}, true
}

func minutesEast(at time.Time, zone *time.Location) int {
	_, seconds := at.In(zone).Zone()
	return seconds / 60
}

// location is a zone by its name in the IANA database, such as Asia/Jakarta; the names of no place, UTC and Local, are none.
func location(name string) (*time.Location, bool) {
	if !strings.Contains(name, "/") {
		return nil, false
	}
	zone, err := time.LoadLocation(name)
	return zone, err == nil
}
