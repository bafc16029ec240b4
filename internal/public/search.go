package public

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// hitsShown is how many hits a page lists.
const hitsShown = 10

// exampleCount is how many examples of searches the catalog holds.
const exampleCount = 4

// nameOfSuwon shows that names are found in their own script.
const nameOfSuwon = "수원"

func (s Site) search(w http.ResponseWriter, r *http.Request) error {
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	q := searchOf(r)
	found, err := s.Store.Search(r.Context(), q)
	if err != nil {
		return err
	}
	typed := r.URL.Query().Get("q")
	p := sh.findPage(typed, q, found)
	if asked := r.URL.Query().Get("kind"); asked != string(q.Kind) {
		p.Odd = sh.notApplied(oddChoice(sh.t("search.filter"), asked))
	}
	p.Odd = sentence(" ", p.Odd, sh.onlyOne(moreThanOne(sh.t("search.filter"), r.URL.Query()["kind"], sh.kindWord)))
	if typed != "" {
		p.Alert = s.alertOffer(sh, "word", typed)
	}
	return respond.Page(w, r, http.StatusOK, view.FindView(p))
}

// searchOf reads what is asked for. What cannot be is taken for the beginning of all hits.
func searchOf(r *http.Request) store.Search {
	asked := r.URL.Query()
	q := store.Search{Lang: i18n.From(r.Context()), Words: asked.Get("q"), Size: hitsShown, Number: 1}
	if kind := portal.Kind(asked.Get("kind")); slices.Contains(store.Findable(), kind) {
		q.Kind = kind
	}
	if n, err := strconv.Atoi(asked.Get("page")); err == nil && n > 1 && n <= store.SearchLimit/hitsShown {
		q.Number = n
	}
	return q
}

// findPath is the address of a search.
func findPath(l i18n.Lang, words string, kind portal.Kind, number int) string {
	return view.Find.In(l) + findQuery(words, kind, number)
}

func findQuery(words string, kind portal.Kind, number int) string {
	q := url.Values{}
	if words != "" {
		q.Set("q", words)
	}
	if kind != "" {
		q.Set("kind", string(kind))
	}
	if number > 1 {
		q.Set("page", strconv.Itoa(number))
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

func (sh *sheet) findPage(typed string, q store.Search, found store.Found) view.FindPage {
	p := view.FindPage{
		Page:  sh.page(view.Find, view.Find, sh.t("search.title"), sh.t("search.description")),
		Title: sh.t("search.title"), Words: typed,
	}
	p.Page.NoIndex = typed != ""
	p.Page.Query = findQuery(typed, q.Kind, q.Number)
	total := found.Total("")
	switch {
	case found.Words == "":
		p.Examples = sh.exampleSearches()
		return p
	case total == 0:
		p.Nothing = sh.t("search.nothing", found.Words)
		p.WaysOut = sh.lists()
	default:
		p.Summary = sh.findSummary(found, total)
		p.Filters = sh.kindFilters(typed, q.Kind, found)
	}
	p.Page.Title = sh.t("search.title_of", found.Words)
	if found.Meant != "" {
		p.Meant = view.Link{Label: found.Meant, URL: findPath(sh.lang, found.Meant, "", 1)}
	}
	for _, h := range found.Hits {
		p.Hits = append(p.Hits, sh.hit(h))
	}
	if total > 0 && len(p.Hits) == 0 {
		p.Nothing = sh.t("search.nothing_kind", found.Words)
		p.WaysOut = []view.Link{{Label: sh.t("search.all_kinds"), URL: findPath(sh.lang, typed, "", 1)}}
	}
	p.Pages = sh.hitPages(typed, q, found.Total(q.Kind))
	return p
}

// findSummary says how much was found, and what was looked for in place of the words or beside them.
func (sh *sheet) findSummary(found store.Found, total int) string {
	count := "search.count"
	switch {
	case total == 1:
		count += ".one"
	case total >= store.SearchLimit:
		count += ".least"
	}
	said := sh.t(count, sh.number(total), found.Words)
	switch {
	case found.Partly:
		said = sh.t("search.partly")
	case found.Instead != "":
		said = sh.t("search.instead", found.Words, found.Instead)
	}
	if len(found.Also) > 0 {
		said += " " + sh.t("search.also", strings.Join(found.Also, ", "))
	}
	return said
}

// kindFilters counts the hits by kind; each kind is an address of its own.
func (sh *sheet) kindFilters(typed string, only portal.Kind, found store.Found) []view.Chip {
	chips := []view.Chip{{
		Label: sh.t("filter.all"), Count: sh.number(found.Total("")), URL: findPath(sh.lang, typed, "", 1), Current: only == "",
	}}
	for _, kind := range store.Findable() {
		if n := found.Counts[kind]; n > 0 || kind == only {
			chips = append(chips, view.Chip{
				Label: sh.t("search.kind." + string(kind)), Count: sh.number(n), URL: findPath(sh.lang, typed, kind, 1), Current: kind == only,
			})
		}
	}
	return chips
}

func (sh *sheet) hitPages(typed string, q store.Search, total int) view.Pages {
	first := (q.Number - 1) * q.Size
	p := view.Pages{Summary: sh.t("pager.summary", sh.number(min(first+1, total)), sh.number(min(first+q.Size, total)), sh.number(total))}
	if q.Number > 1 {
		p.Previous = findPath(sh.lang, typed, q.Kind, q.Number-1)
	}
	if first+q.Size < total {
		p.Next = findPath(sh.lang, typed, q.Kind, q.Number+1)
	}
	return p
}

// hit is one hit as the list shows it: its kind, its name, when it was, the passage that holds the words and where it belongs.
func (sh *sheet) hit(h store.Hit) view.FoundRecord {
	r := view.FoundRecord{
		Kind: sh.t("choice.kind." + string(h.Kind)), Title: marks(h.Title), Lang: h.Lang, URL: sh.hitPath(h),
	}
	if len(h.Also) > 0 && !holdsHit(h.Title) {
		r.Also = names(h.Also)
	}
	if h.Standing != "" {
		r.Tags = append(r.Tags, sh.standingTag(h.Standing))
	}
	if date := h.On.In(sh.lang); date != "" {
		r.Text = append(r.Text, view.Marked{Text: date + ". "})
	}
	if h.InFile {
		r.Text = append(r.Text, view.Marked{Text: sh.t("search.in_file") + " "})
	}
	text := marks(h.Text)
	if len(text) > 0 {
		text[0].Text = capital(text[0].Text)
	}
	r.Text = append(r.Text, text...)
	if h.Above.Title != "" {
		if len(h.Text) > 0 {
			r.Text = append(r.Text, view.Marked{Text: " "})
		}
		r.Text = append(r.Text, view.Marked{Text: h.Above.Title + "."})
	}
	return r
}

// standingTag says how far a city is a partner.
func (sh *sheet) standingTag(s portal.Standing) view.TagValue {
	tones := map[portal.Standing]view.Tone{portal.Partner: view.ToneOn, portal.Unproven: view.ToneWarn}
	return view.TagValue{Tone: cmp.Or(tones[s], view.ToneNeutral), Word: sh.choice("standing", string(s))}
}

func names(list []store.Name) (shown []view.FoundName) {
	for _, n := range list {
		shown = append(shown, view.FoundName{Text: marks(n.Pieces), Lang: n.Lang})
	}
	return shown
}

func marks(pieces []store.Piece) (list []view.Marked) {
	for _, p := range pieces {
		list = append(list, view.Marked(p))
	}
	return list
}

func holdsHit(pieces []store.Piece) bool {
	return slices.ContainsFunc(pieces, func(p store.Piece) bool { return p.Hit })
}

// hitPath is where readers find a hit: on its own page, or on the one of the record that it belongs to.
func (sh *sheet) hitPath(h store.Hit) string {
	switch h.Kind {
	case portal.KindSource:
		return view.Source.In(sh.lang, h.Slug)
	case portal.KindDocument:
		return view.Document.In(sh.lang, h.Slug)
	}
	use := store.ShownUse{Kind: h.Kind, RecordID: h.ID, PageKind: h.Kind, PageSlug: h.Slug}
	if path := sh.usePath(use); path != "" {
		return path
	}
	use.PageKind, use.PageSlug = h.Above.Kind, h.Above.Slug
	return sh.usePath(use)
}

// exampleSearches are searches to begin with.
func (sh *sheet) exampleSearches() (list []view.Cited) {
	for n := range exampleCount {
		words := sh.t("search.example." + strconv.Itoa(n+1))
		list = append(list, view.Cited{Text: words, URL: findPath(sh.lang, words, "", 1)})
	}
	return append(list, view.Cited{Text: nameOfSuwon, Lang: "ko", URL: findPath(sh.lang, nameOfSuwon, "", 1)})
}

// lists are the lists in which a reader may look further.
func (sh *sheet) lists() []view.Link {
	return []view.Link{
		{Label: sh.t("footer.partners"), URL: view.Partners.In(sh.lang)},
		{Label: sh.t("footer.agreements"), URL: view.Agreements.In(sh.lang)},
		{Label: sh.t("nav.programs"), URL: view.Programs.In(sh.lang)},
	}
}
