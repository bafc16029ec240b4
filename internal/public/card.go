package public

import (
	"net/http"
	"runtime"
	"slices"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/card"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// newStudio draws as many cards at once as there are processors.
func newStudio() *card.Studio { return card.NewStudio(runtime.GOMAXPROCS(0), cardMemory) }

// cardMemory is how many bytes of share cards a node remembers: those of some hundred pages.
const cardMemory = 16 << 20

// cardKept is how long a card may be shown whose address does not say which one it is.
const cardKept = time.Hour

// plainCards are the pages whose cards hold no more than their title and their description, by the first word of both in the
// catalog.
var plainCards = []struct {
	path view.Path
	key  string
}{
	{view.Agreements, "agreements"}, {view.Approvals, "approvals"}, {view.Promises, "promises"}, {view.Programs, "programs"},
	{view.Opportunities, "opportunities"}, {view.Venues, "venues"}, {view.Sources, "sources"}, {view.Find, "search"}, {view.About, "about"},
	{view.Activities, "activities"}, {view.Visits, "visits"}, {view.Compare, "compare"}, {view.Recent, "recent"}, {view.Missing, "missing"},
	{view.Privacy, "privacy"}, {view.Accessibility, "accessibility"},
	{view.Method, "method"}, {view.LegalPath, "law"}, {view.Glossary, "terms"},
	{view.Data, "data"}, {view.Benefits, "benefits"}, {view.History, "history"}, {view.Calendar, "calendar"}, {view.Report, "letter"},
	{view.Alerts, "alert"},
}

// cardsBorrowed are the pages of single things whose card is that of the page that leads to them.
var cardsBorrowed = map[view.Path]view.Path{
	view.DataSet: view.Data, view.RecordHistory: view.Recent, view.Request: view.Missing, view.Alert: view.Alerts, view.ReportSent: view.Report,
	view.Questionnaire: view.Programs, view.QuestionnaireSheet: view.Programs,
}

// mountCards puts a card beside each page. Nothing of a card comes from its address, so that nobody makes us write what we did not say.
func (s Site) mountCards(r chi.Router, l i18n.Lang) {
	page(r, l, view.Home.Card(), s.homeCard)
	page(r, l, view.Partners.Card(), s.partnersCard)
	page(r, l, view.Partner.Card(), s.partnerCard)
	page(r, l, view.Agreement.Card(), s.agreementCard)
	page(r, l, view.Program.Card(), s.programCard)
	page(r, l, view.Source.Card(), s.sourceCard)
	for _, p := range plainCards {
		page(r, l, p.path.Card(), func(w http.ResponseWriter, r *http.Request) error {
			sh := &sheet{notes: notes{lang: i18n.From(r.Context())}}
			return s.showCard(w, r, sh.plainCard(p.key))
		})
	}
}

// showCard draws a card. One whose address names it by its tag may be kept for ever: another card has another tag.
func (s Site) showCard(w http.ResponseWriter, r *http.Request, c card.Card) error {
	png, err := s.studio.Draw(r.Context(), c)
	if err != nil {
		return err
	}
	return respond.Share(w, r, respond.Shared{
		Type: "image/png", Body: png, Keep: cardKept, Final: r.URL.Query().Get("v") == c.Tag(),
	})
}

// share is a card as its page names it.
func (sh *sheet) share(path view.Path, c card.Card, args ...string) view.ShareCard {
	return view.ShareCard{
		URL: path.Card().In(sh.lang, args...) + "?v=" + c.Tag(),
		Alt: sentences(c.Title, sentence(" – ", c.Label, c.Reason), sh.t("card.alt")),
	}
}

// shareOf is the card of a page that says no more than its title; one that has none of its own shows that of the whole site.
func (sh *sheet) shareOf(path view.Path) view.ShareCard {
	if lender, ok := cardsBorrowed[path]; ok {
		path = lender
	}
	for _, p := range plainCards {
		if p.path == path {
			return sh.share(path, sh.plainCard(p.key))
		}
	}
	return view.ShareCard{URL: view.Home.Card().In(sh.lang), Alt: sentences(sh.t("site.name"), sh.t("card.alt"))}
}

// card is what all cards have. Of several titles it takes the first that there are letters for.
func (sh *sheet) card(kind string, titles ...string) card.Card {
	c := card.Card{Site: sh.t("site.name"), Mark: view.CardMark, Kind: kind, Title: kind}
	if i := slices.IndexFunc(titles, card.Writes); i >= 0 {
		c.Title = titles[i]
	}
	return c
}

func (sh *sheet) plainCard(key string) card.Card {
	c := sh.card(sh.t("site.owner"), sh.t(key+".title"))
	c.Text = sh.t(key + ".description")
	return c
}

func (sh *sheet) homeCardOf(ix *tieIndex) card.Card {
	return ix.once("home card "+string(sh.lang), func() any {
		partners := ix.ofStanding(sh.lang, portal.Partner)
		c := sh.card(sh.t("site.owner"), sh.homeTitle(partners))
		c.Picture = sh.cardSkyline(partners)
		return c
	}).(card.Card)
}

func (sh *sheet) partnersCardOf(ix *tieIndex) card.Card {
	return ix.once("directory card "+string(sh.lang), func() any {
		c := sh.card(sh.t("site.owner"), sh.t("partners.title"))
		c.Text = sh.t("partners.description")
		c.Picture = sh.cardSkyline(slices.Concat(ix.ofStanding(sh.lang, portal.Partner), ix.ofStanding(sh.lang, portal.Ended)))
		return c
	}).(card.Card)
}

// cardSkyline are the oldest ties as houses: as many as a card has room for.
func (sh *sheet) cardSkyline(list []*portal.Summary) card.Picture {
	const most = 60
	return view.CardSkyline(sh.skyline(firstOfMany(list, most)))
}

// firstOfMany are so many as there is room for.
func firstOfMany[T any](list []T, most int) []T { return list[:min(len(list), most)] }

func (sh *sheet) partnerCardOf(home portal.City, t portal.Tie) card.Card {
	kind := sh.t("choice.kind.city")
	if t.City.Standing == portal.Partner {
		kind = sh.t("choice.standing.partner")
	}
	c, v := sh.card(kind, t.City.Name.In(sh.lang)), sh.vitality(t)
	c.Text, c.Label, c.Reason = sh.partnerLead(home, t), v.Word, capital(v.Reason)
	c.Sign, c.Picture = view.CardGlyph(v.Light), view.CardPulse(sh.pulse(t))
	return c
}

// agreementCardOf tells of a paper what its page tells first: where it stands, and how long it runs.
func (sh *sheet) agreementCardOf(t portal.Tie, a portal.Agreement) card.Card {
	c := sh.card(sh.t("choice.kind.agreement"), a.Title.In(sh.lang), t.City.Name.In(sh.lang))
	c.Text = sentences(sentence(", ", sh.choice("instrument", string(a.Instrument)), t.City.Name.In(sh.lang), a.SignedOn.In(sh.lang)), sh.term(a).Text)
	state, remaining := sh.paperState(t.Alone(a), t.City.Standing)
	c.Label, c.Reason = state.Word, remaining
	return c
}

func (sh *sheet) programCardOf(p portal.Program) card.Card {
	c := sh.card(sh.t("choice.kind.program"), p.Title.In(sh.lang))
	c.Text, c.Label, c.Reason = sh.programDescription(p), sh.choice("status", string(p.Status)), sh.years(p)
	return c
}

func (sh *sheet) sourceCardOf(s portal.Source) card.Card {
	c := sh.card(sh.t("choice.kind.source"), s.Title, s.Publisher)
	c.Text, c.Label = sentences(sentence(", ", s.Publisher, s.PublishedOn.In(sh.lang))), sh.choice("quality", string(s.Quality))
	return c
}
