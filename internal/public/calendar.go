package public

import (
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/feed"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func (s Site) calendar(w http.ResponseWriter, r *http.Request) error {
	sh, book, err := s.datebook(r)
	if err != nil {
		return err
	}
	coming := book.coming(sh)
	list := coming.draw(book.ix, sh.dueFacets(coming, book.ix, r.URL.Query()), r.URL.Query())
	part := list.partOfList(r.URL.Query())
	dues, err := s.duesShown(r.Context(), sh, book, part.lines)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.CalendarView(sh.calendarPage(list, part, dues)))
}

func (sh *sheet) calendarPage(list drawn, part paged[int64], dues []due) view.CalendarPage {
	title, here := sh.t("calendar.title"), view.Calendar.In(sh.lang)
	p := view.CalendarPage{
		Page:    sh.page(view.Calendar, view.History, title, sh.t("calendar.description")),
		Head:    view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("calendar.lead")}},
		Filters: list.filters(sh, here),
		Nothing: list.nothing(sh, here, list.found),
		Note:    sh.t("calendar.file_note"),
		File:    view.Link{Label: sh.t("calendar.subscribe"), URL: view.Calendar.ICS().In(sh.lang)},
		Pages:   part.pages(sh, func(n int) string { return here + numbered(list.query(), n) }),
	}
	if list.index.lines.Len() == 0 {
		p.Nothing.Title = sh.t("calendar.none")
	}
	if partner := list.chosen["partner"]; partner != "" {
		p.File.URL = view.PartnerCalendar.ICS().In(sh.lang, partner)
	}
	sh.nameOfPart(&p.Page, list.query(), part.number)
	p.Page.NoIndex = list.strange()
	p.Page.Feeds = []view.FeedLink{{Type: feed.CalendarType, Title: title, URL: p.File.URL}}
	for _, d := range dues {
		heading := sh.dueHeading(d.On)
		if n := len(p.Months); n == 0 || p.Months[n-1].Title != heading {
			p.Months = append(p.Months, view.CalendarMonth{Title: heading})
		}
		last := &p.Months[len(p.Months)-1]
		last.Records = append(last.Records, sh.dueEntry(d))
	}
	return p
}

// dueHeading is the month of a date, or its year where no more is known.
func (sh *sheet) dueHeading(on portal.Date) string {
	if on.Precision() == portal.ToYear {
		return sh.t("calendar.year", strconv.Itoa(on.Year()))
	}
	return on.Plain()[:len("2006-01")].In(sh.lang)
}

// dayAbsent says of what is not known to the day how much is: of an anniversary, how much of the beginning.
func (sh *sheet) dayAbsent(d due) string {
	if d.Kind == portal.DueAnniversary {
		return sh.t("calendar.beginning_absent", d.Since().In(sh.lang))
	}
	return sh.t("calendar.day_absent", d.On.In(sh.lang))
}

func (sh *sheet) dueEntry(d due) view.Record {
	r := view.Record{Date: d.On.Short(sh.lang), Title: sh.dueTitle(d), URL: d.path}
	if d.On.Precision() != portal.ToDay {
		r.Text = view.Cited{Text: sh.dayAbsent(d)}
	}
	if d.Round() {
		r.Tags = []view.TagValue{{Tone: view.ToneOn, Word: sh.t("calendar.round")}}
	}
	return r
}

func (sh *sheet) dueTitle(d due) string {
	key, name := "due."+string(d.Kind), d.title.In(sh.lang)
	if d.Count != 0 {
		return sh.t(key, d.Count, name)
	}
	return sh.t(key, name)
}

// calendarFile gives out the dates of all ties, of one, or of opportunities alone, as iCalendar.
func (s Site) calendarFile(opportunitiesOnly bool) respond.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		sh, book, err := s.datebook(r)
		if err != nil {
			return err
		}
		title, wanted := sh.t("calendar.title"), func(store.Line) bool { return true }
		if city := chi.URLParam(r, "slug"); city != "" {
			found, err := s.Store.Cities.BySlug(r.Context(), city)
			if err != nil {
				return err
			}
			wanted = func(l store.Line) bool { return l.CityID == found.ID }
			title += ": " + found.Name.In(sh.lang)
		}
		if opportunitiesOnly {
			title, wanted = sh.t("opportunities.title"), func(l store.Line) bool { return book.opportunity(l.ID) }
		}
		list := book.of(wanted)
		var dues []due
		for ids := range slices.Chunk(list.whole().every(), sentAtOnce) {
			part, err := s.duesShown(r.Context(), sh, book, ids)
			if err != nil {
				return err
			}
			dues = append(dues, part...)
		}
		published, err := s.Store.PublishedAt(r.Context(), recordsOfDues(dues))
		if err != nil {
			return err
		}
		body := sh.calendarOf(title, dues, published, view.AmbientFrom(r.Context()).BaseURL).Write()
		return respond.Share(w, r, respond.Shared{Type: feed.CalendarType + "; charset=utf-8", Body: body, Keep: time.Hour})
	}
}

// calendarOf is dates as a calendar. What is known to the month covers the month. What is known to the year alone is left out: on the
// first of January it would be false, and a bar across the whole year would hide what else comes; the calendar says so. The end of a
// term is told on the last day that it can mean.
func (sh *sheet) calendarOf(title string, dues []due, published map[store.Named]time.Time, base string) feed.Calendar {
	c := feed.Calendar{Title: sh.t("site.name") + ": " + title, Text: sh.t("calendar.file_note"), Lang: string(sh.lang)}
	for _, d := range dues {
		if d.On.Precision() == portal.ToYear && d.Kind != portal.DueExpiry {
			continue
		}
		day := feed.Day{
			ID: tagURI(base, "due/"+d.Name()), On: d.On.Earliest(), Title: sh.dueTitle(d), URL: base + d.path, Tag: sh.t("due.kind." + string(d.Kind)),
			Changed: published[d.record()],
		}
		switch {
		case d.Kind == portal.DueExpiry:
			day.On = d.On.Latest()
		case d.On.Precision() == portal.ToMonth:
			day.Until = d.On.Latest()
		}
		if d.On.Precision() != portal.ToDay {
			day.Text = sh.dayAbsent(d)
			day.Title += " (" + d.On.In(sh.lang) + ")"
		}
		c.Days = append(c.Days, day)
	}
	return c
}
