package export

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/portal"
)

// Statements for Wikidata, in the first format of QuickStatements: that two cities are twinned (P190), since when (P580), until when
// (P582), with the addresses of the sources that say so (S854) and when they were last read (S813). Only what a source says that
// can be checked and that has an address is stated; where sources name other dates, only those count that name the register's own.
// Wikidata asks that P190 stands on both sides, so each pair is stated twice, once from each city.

// mostReferences is how many sources a statement names.
const mostReferences = 4

// writeStatements writes the pairs of sister cities, of cities whose numbers in Wikidata are known. There are as many as there are
// partners, so that nobody has to hold more than some ties at once.
func writeStatements(x *extract, w io.Writer) error {
	home, err := x.at.Home(x.ctx)
	if errors.Is(err, portal.ErrNotFound) || home.WikidataID == "" {
		return nil
	}
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	err = x.eachTie(func(t portal.Tie) error {
		other := t.City.WikidataID
		told := x.twinned(t)
		if t.City.IsHome || other == "" || told == "" {
			return nil
		}
		out.WriteString(home.WikidataID + "\tP190\t" + other + told + "\n")
		_, err := out.WriteString(other + "\tP190\t" + home.WikidataID + told + "\n")
		return err
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// twinned is what a statement says after the pair; nothing where it may not be made. Of several papers the first one counts.
func (x *extract) twinned(t portal.Tie) string {
	for _, a := range t.Agreements {
		if a.LegalType != portal.SisterCity || !a.Instrument.Binding() || a.ParentID != 0 {
			continue
		}
		sources := agreeing(t, a.ID, "legal_type")
		if len(sources) == 0 {
			continue
		}
		qualifiers := ""
		if dated := agreeing(t, a.ID, "signed_on"); len(dated) > 0 {
			qualifiers += qualifier("P580", a.SignedOn)
			sources = append(sources, dated...)
		}
		if ended := agreeing(t, a.ID, "in_force_until"); len(ended) > 0 && t.Vitality(x.Now()).Label == portal.LabelEnded {
			qualifiers += qualifier("P582", a.InForceUntil)
			sources = append(sources, ended...)
		}
		return qualifiers + references(sources)
	}
	return ""
}

// agreeing are the sources with an address that can be checked and say of a field of an agreement what the register says.
func agreeing(t portal.Tie, id int64, field string) (sources []portal.Source) {
	for _, c := range t.Evidence {
		if c.Kind == portal.KindAgreement && c.RecordID == id && c.Field == field &&
			c.Says.Empty() && c.Source.Verifiable() && c.Source.URL != "" {
			sources = append(sources, c.Source)
		}
	}
	return sources
}

// qualifier is a date with its precision. An uncertain one is not stated, an approximate one says that it is.
func qualifier(property string, d portal.Date) string {
	said := wikidataTime(d)
	switch {
	case said == "" || strings.HasSuffix(string(d), "?"):
		return ""
	case d.Approximate():
		return "\t" + property + "\t" + said + "\tP1480\tQ5727902" // sourcing circumstances: circa
	}
	return "\t" + property + "\t" + said
}

// wikidataTime writes a date as Wikidata does, with 9 for a year, 10 for a month and 11 for a day; nothing for an unknown one.
func wikidataTime(d portal.Date) string {
	if d.Precision() == portal.Unknown {
		return ""
	}
	precision := 8 + int(d.Precision())
	day := func(n int) string { return strconv.Itoa(100 + n)[1:] }
	return "+" + strconv.Itoa(d.Year()) + "-" + day(d.Month()) + "-" + day(d.Day()) + "T00:00:00Z/" + strconv.Itoa(precision)
}

// blogHosts are sites on which anybody may write what they like. Wikidata takes them where there is nothing better.
var blogHosts = []string{"kompasiana.com", "blogspot.com", "wordpress.com", "medium.com"}

// ownAccount tells whether a source is what somebody wrote on such a site.
func ownAccount(s portal.Source) bool {
	at, err := url.Parse(s.URL)
	return err == nil && slices.ContainsFunc(blogHosts, func(host string) bool {
		return at.Hostname() == host || strings.HasSuffix(at.Hostname(), "."+host)
	})
}

// references names each source once, official ones first; each is a reference of its own.
func references(sources []portal.Source) string {
	portal.Sort(sources, func(a, b portal.Source) int {
		return cmp.Or(cmp.Compare(slices.Index(portal.Qualities, a.Quality), slices.Index(portal.Qualities, b.Quality)), cmp.Compare(a.ID, b.ID))
	})
	sources = slices.CompactFunc(sources, func(a, b portal.Source) bool { return a.ID == b.ID })
	if better := slices.DeleteFunc(slices.Clone(sources), ownAccount); len(better) > 0 {
		sources = better
	}
	var said strings.Builder
	for i, s := range sources[:min(len(sources), mostReferences)] {
		said.WriteByte('\t')
		if i > 0 {
			said.WriteByte('!')
		}
		said.WriteString("S854\t\"" + strings.NewReplacer(`"`, "%22", "\t", "%09").Replace(s.URL) + `"`)
		if s.CheckedOn.Precision() == portal.ToDay && !s.CheckedOn.Approximate() {
			said.WriteString("\tS813\t" + wikidataTime(s.CheckedOn))
		}
	}
	return said.String()
}
