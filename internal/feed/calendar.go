package feed

import (
	"time"

	ics "github.com/arran4/golang-ical"
)

// CalendarType is the media type of iCalendar.
const CalendarType = "text/calendar"

// Calendar is a list of whole days.
type Calendar struct {
	Title string
	Text  string // what is in it and what is not
	Lang  string // BCP 47
	Days  []Day
}

// Day is something that comes on a day, or in a stretch of days of which nobody knows the day.
type Day struct {
	ID      string // never changes, and is nobody else's
	On      time.Time
	Until   time.Time // the last day of a stretch of days; zero where it is one day
	Title   string
	Text    string
	URL     string
	Tag     string
	Changed time.Time // when the record behind it was last published
}

// Write writes the calendar as iCalendar: folded lines, days without a time, and stamps from the data.
func (c Calendar) Write() []byte {
	cal := ics.NewCalendarFor("Kota Kembar")
	cal.SetMethod(ics.MethodPublish)
	cal.SetName(c.Title)
	cal.SetXWRCalDesc(c.Text)
	in := &ics.KeyValues{Key: string(ics.ParameterLanguage), Value: []string{c.Lang}}
	for _, d := range c.Days {
		e := cal.AddEvent(d.ID)
		e.SetDtStampTime(d.Changed)
		e.SetLastModifiedAt(d.Changed)
		e.SetAllDayStartAt(d.On)
		last := d.On
		if !d.Until.IsZero() {
			last = d.Until
		}
		e.SetAllDayEndAt(last.AddDate(0, 0, 1))
		e.SetSummary(d.Title, in)
		if d.Text != "" {
			e.SetDescription(d.Text, in)
		}
		e.SetURL(d.URL)
		e.AddCategory(d.Tag)
		e.SetTimeTransparency(ics.TransparencyTransparent)
	}
	return []byte(cal.Serialize(ics.WithNewLineWindows))
}
