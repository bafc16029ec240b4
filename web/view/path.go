package view

import (
	"net/url"
	"strings"

	"kotakembar/internal/i18n"
)

// Path is the address of one page in both languages, as chi patterns: both hold the same placeholders, such as {slug}.
type Path struct {
	ID string
	EN string
}

// The addresses of the public site.
var (
	Home          = Path{"/", "/en/"}
	Partners      = Path{"/mitra", "/en/partners"}
	PartnersCSV   = Path{"/mitra.csv", "/en/partners.csv"}
	Partner       = Path{"/mitra/{slug}", "/en/partners/{slug}"}
	Compare       = Path{"/bandingkan", "/en/compare"}
	Agreements    = Path{"/perjanjian", "/en/agreements"}
	Agreement     = Path{"/perjanjian/{slug}", "/en/agreements/{slug}"}
	Approvals     = Path{"/persetujuan-dprd", "/en/council-approvals"}
	Promises      = Path{"/janji", "/en/promises"}
	Programs      = Path{"/program", "/en/programs"}
	Program       = Path{"/program/{slug}", "/en/programs/{slug}"}
	Activities    = Path{"/kegiatan", "/en/activities"}
	ActivitiesCSV = Path{"/kegiatan.csv", "/en/activities.csv"}
	Visits        = Path{"/kunjungan", "/en/visits"}
	VisitsCSV     = Path{"/kunjungan.csv", "/en/visits.csv"}
	VisitYearsCSV = Path{"/kunjungan/tahun.csv", "/en/visits/years.csv"}
	Opportunities = Path{"/peluang", "/en/opportunities"}
	Venues        = Path{"/tempat", "/en/places"}
	Sources       = Path{"/sumber", "/en/sources"}
	Source        = Path{"/sumber/{slug}", "/en/sources/{slug}"}
	Benefits      = Path{"/manfaat", "/en/benefits"}
	History       = Path{"/sejarah", "/en/history"}
	Calendar      = Path{"/kalender", "/en/calendar"}
	Recent        = Path{"/perubahan", "/en/changes"}
	RecordHistory = Path{"/perubahan/{kind}/{id}", "/en/changes/{kind}/{id}"}
	Missing       = Path{"/belum-ditemukan", "/en/not-found-yet"}
	Request       = Path{"/belum-ditemukan/{gap}", "/en/not-found-yet/{gap}"}
	Report        = Path{"/lapor", "/en/report"}
	Alerts        = Path{"/kabar", "/en/alerts"}
	Alert         = Path{"/kabar/{token}", "/en/alerts/{token}"}
	ReportSent    = Path{"/lapor/{code}", "/en/report/{code}"}
	Data          = Path{"/data", "/en/data"}
	APIIndex      = Path{"/api/v1", "/api/v1"}
	OpenAPI       = Path{"/api/v1/openapi.json", "/api/v1/openapi.json"}
	APIDocs       = Path{"/api/v1/docs", "/en/api/v1/docs"}
	APIDoc        = Path{"/api/v1/docs/{kind}", "/en/api/v1/docs/{kind}"}
	Find          = Path{"/cari", "/en/search"}
	Suggest       = Path{"/cari/saran", "/en/search/suggestions"}
	PulseFrame    = Path{"/denyut/{slug}", "/en/pulse/{slug}"}
	PulseImage    = Path{"/denyut/{slug}.svg", "/en/pulse/{slug}.svg"}
	About         = Path{"/tentang", "/en/about"}
	Method        = Path{"/cara-menghitung", "/en/how-we-count"}
	LegalPath     = Path{"/jalur-hukum", "/en/legal-path"}
	Glossary      = Path{"/istilah", "/en/glossary"}
	Accessibility = Path{"/aksesibilitas", "/en/accessibility"}
	Privacy       = Path{"/privasi", "/en/privacy"}
)

// The addresses by which those answer who took part in a program.
var (
	Questionnaire      = Path{"/angket/{code}", "/en/questionnaires/{code}"}
	QuestionnaireSheet = Path{"/angket/{code}/lembar", "/en/questionnaires/{code}/sheet"}
)

// Manifest is what a device reads that keeps the site on its home screen.
var Manifest = Path{"/manifest.webmanifest", "/en/manifest.webmanifest"}

// The addresses of what the page of benefits shows, as files.
var (
	BenefitYearsCSV      = Path{"/manfaat/tahun.csv", "/en/benefits/years.csv"}
	BenefitPeopleCSV     = Path{"/manfaat/peserta.csv", "/en/benefits/people.csv"}
	BenefitCostsCSV      = Path{"/manfaat/biaya.csv", "/en/benefits/cost.csv"}
	BenefitFieldsCSV     = Path{"/manfaat/bidang.csv", "/en/benefits/fields.csv"}
	BenefitGoalsCSV      = Path{"/manfaat/tpb.csv", "/en/benefits/sdgs.csv"}
	BenefitPlacesCSV     = Path{"/manfaat/arah.csv", "/en/benefits/direction.csv"}
	BenefitInitiatorsCSV = Path{"/manfaat/pemrakarsa.csv", "/en/benefits/initiators.csv"}
	BenefitCountedCSV    = Path{"/manfaat/kegiatan.csv", "/en/benefits/activities.csv"}
)

// The addresses that change something for one reader: the theme cookie and the session.
var (
	Theme  = Path{"/tampilan", "/en/appearance"}
	SignIn = Path{"/masuk", "/en/sign-in"}
	// SignInCode is where the second factor is asked for.
	SignInCode = Path{"/masuk/kode", "/en/sign-in/code"}
	// SignInPasskey takes a passkey, in the place of a password or of a code.
	SignInPasskey      = Path{"/masuk/kunci-sandi", "/en/sign-in/passkey"}
	SignInPasskeyStart = Path{"/masuk/kunci-sandi/start", "/en/sign-in/passkey/start"}
	// Invitation is where somebody of the staff sets their password by a one-time link.
	Invitation = Path{"/masuk/undangan/{token}", "/en/sign-in/invitation/{token}"}
	// SignInElsewhere leads to the single sign-on of the city, and SignInBack is where people come back from it.
	SignInElsewhere = Path{"/masuk/akun-kantor", "/en/sign-in/office-account"}
	SignInBack      = Path{"/masuk/akun-kantor/kembali", "/en/sign-in/office-account/back"}
	SignOut         = Path{"/keluar", "/en/sign-out"}
)

// Desks is where the pages of staff begin.
var Desks = Path{"/admin", "/en/admin"}

// Pattern is the path as a chi route in the language.
func (p Path) Pattern(l i18n.Lang) string {
	if l == i18n.EN {
		return p.EN
	}
	return p.ID
}

// In is the address in the language; args fill the placeholders in their order, escaped.
func (p Path) In(l i18n.Lang, args ...string) string {
	rest := p.Pattern(l)
	var out strings.Builder
	for _, arg := range args {
		before, after, found := strings.Cut(rest, "{")
		if !found {
			break
		}
		_, rest, _ = strings.Cut(after, "}")
		out.WriteString(before + url.PathEscape(arg))
	}
	return out.String() + rest
}

// PartnerRecent and KindRecent are where the feeds of one partner and of one kind of record stand; Recent has pages as well.
var (
	PartnerRecent = Path{"/mitra/{slug}/perubahan", "/en/partners/{slug}/changes"}
	KindRecent    = Path{"/perubahan/{kind}", "/en/changes/{kind}"}
)

// PartnerCalendar is where the dates of one partner stand for programs that keep calendars.
var PartnerCalendar = Path{"/mitra/{slug}/kalender", "/en/partners/{slug}/calendar"}

// ICS is the address of dates for programs that keep calendars.
func (p Path) ICS() Path { return p.ending(".ics") }

// CSV is the address of the list on a page as a table to keep.
func (p Path) CSV() Path { return p.ending(".csv") }

// Atom and JSONFeed are the addresses of a list of news in the forms that programs subscribe to.
func (p Path) Atom() Path { return p.ending(".atom") }

// JSONFeed is like Atom.
func (p Path) JSONFeed() Path { return p.ending(".json") }

func (p Path) ending(end string) Path { return Path{p.ID + end, p.EN + end} }

// Card is the address of the page's share card.
func (p Path) Card() Path {
	return Path{strings.TrimSuffix(p.ID, "/") + "/kartu.png", strings.TrimSuffix(p.EN, "/") + "/card.png"}
}

// Admin is the address of a page of staff, such as /admin/agreements/7; the parts are the same in both languages.
func Admin(l i18n.Lang, parts ...string) string {
	var out strings.Builder
	out.WriteString(Desks.In(l))
	for _, part := range parts {
		out.WriteString("/" + url.PathEscape(part))
	}
	return out.String()
}

// KeptForm is the part of addresses of the page that gives a form back to whoever sent it after their session had ended.
const KeptForm = "kept"
