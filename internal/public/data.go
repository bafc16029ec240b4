package public

import (
	"context"
	"errors"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"
	"golang.org/x/sync/semaphore"

	"kotakembar/internal/export"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// Downloads gives the register away: its files, what they mean, and the lists by which machines find everything.
type Downloads struct {
	Site
	Shelf *export.Shelf
	Ask   func(ctx context.Context, path string) (answer []byte, ok bool) // asks the API; nil where there is none
	Bulk  int                                                             // files that one address may ask for in a minute; 0 for any number
	Built time.Time                                                       // when this program was made; for a year from then what it says of security holds

	examples *making[exampleAnswers]
	turn     *semaphore.Weighted // of who makes the page
}

const (
	fileTime    = time.Minute // that a reader waits for a file in the making
	sizeTime    = time.Second // that the page waits to tell the sizes of files
	monthsShown = 24
	madeAtOnce  = 2 // pages, which are not kept ready while files are being made, and are the largest of all
)

// Mount puts the pages and the files on the router. Files have one address for all languages.
func (d Downloads) Mount(r chi.Router) {
	d.examples, d.turn = new(making[exampleAnswers]), semaphore.NewWeighted(madeAtOnce)
	for _, l := range i18n.Langs {
		page(r, l, view.Data, d.data)
		page(r, l, view.DataSet, d.dataSet)
	}
	bulk := r.With(seldom(d.Bulk))
	page(bulk, i18n.ID, view.DataFile, d.file)
	page(bulk, i18n.ID, view.Monthly, d.monthly)
	page(bulk, i18n.ID, view.Catalogue, d.catalogue)
	page(bulk, i18n.ID, view.Sitemap, d.sitemap)
	page(bulk, i18n.ID, view.SitemapPart, d.sitemapPart)
	page(r, i18n.ID, view.ForModels, d.forModels)
	page(r, i18n.ID, view.Security, d.security)
}

// file sends a file of the register as it is now.
func (d Downloads) file(w http.ResponseWriter, r *http.Request) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), fileTime)
	defer cancel()
	c, err := d.Shelf.Get(ctx, chi.URLParam(r, "name"))
	if err != nil {
		return err
	}
	return respond.File(w, r, respond.Download{
		Name: c.FileName, Type: c.MediaType, Hash: c.Hash, Modified: c.Edition.At, Content: c.Content(),
	})
}

// monthly sends the snapshot of a month, which is the same for ever.
func (d Downloads) monthly(w http.ResponseWriter, r *http.Request) error {
	month, ok := strings.CutSuffix(chi.URLParam(r, "name"), path.Ext(export.MonthlyFormat.FileName))
	if !ok {
		return portal.ErrNotFound
	}
	m, err := d.Store.MonthlyOf(r.Context(), month)
	if err != nil {
		return err
	}
	return respond.File(w, r, respond.Download{
		Name: export.Name + "-" + monthlyName(m), Type: export.MonthlyFormat.MediaType, Hash: m.Hash, Modified: m.MadeAt, Final: true,
		Content: d.Shelf.MonthlyContent(context.WithoutCancel(r.Context()), m),
	})
}

func monthlyName(m store.Monthly) string { return m.Month + path.Ext(export.MonthlyFormat.FileName) }

func (d Downloads) data(w http.ResponseWriter, r *http.Request) error {
	sh, err := d.begin(r)
	if err != nil {
		return err
	}
	sizes, err := d.sizes(r.Context()) // it may have to wait, so nothing is in hand yet
	if err != nil {
		return err
	}
	if err := d.turn.Acquire(r.Context(), 1); err != nil {
		return err
	}
	defer d.turn.Release(1)
	states, err := d.Store.TableStates(r.Context())
	if err != nil {
		return err
	}
	sets, err := d.Shelf.Sets(r.Context())
	if err != nil {
		return err
	}
	months, err := d.Store.Monthlies(r.Context())
	if err != nil {
		return err
	}
	p := sh.dataPage(sets, states, sizes)
	if p.Requests, err = d.requests(r.Context(), sh); err != nil {
		return err
	}
	if p.Drawing, err = d.drawing(r.Context(), sh); err != nil {
		return err
	}
	p.Months, p.Older = sh.months(months[:min(len(months), monthsShown)]), len(months) > monthsShown
	p.Page.JSONLD = sh.datasetLD(view.AmbientFrom(r.Context()).BaseURL, sizes)
	return respond.Page(w, r, http.StatusOK, view.DataView(p))
}

// sizes are the sizes of the files that are ready, by name. They are made on the way, as far as that goes fast.
func (d Downloads) sizes(ctx context.Context) (map[string]int64, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), sizeTime)
	defer cancel()
	sizes := map[string]int64{}
	for _, f := range append(slices.Clone(export.Formats), export.Wikidata) {
		c, err := d.Shelf.Get(ctx, f.FileName)
		switch {
		case errors.Is(err, context.DeadlineExceeded):
			return sizes, nil
		case err != nil:
			return nil, err
		}
		sizes[f.FileName] = c.Size
	}
	return sizes, nil
}

func (sh *sheet) dataPage(sets []export.Set, states map[string]store.TableState, sizes map[string]int64) view.DataPage {
	p := view.DataPage{
		Page: sh.page(view.Data, view.Data, sh.t("data.title"), sh.t("data.description")),
		Head: view.PageHead{Title: sh.t("data.title"), Lead: view.Cited{Text: sh.t("data.lead")}},
	}
	for _, s := range sets {
		p.Sets = append(p.Sets, view.DataSetRow{
			Title: sh.setLink(s), Rows: sh.number(states[s.Name].Rows), Updated: sh.updatedOn(states[s.Name]), Files: setFiles(s, false),
		})
	}
	for _, f := range export.Formats {
		ending := strings.TrimPrefix(path.Ext(f.FileName), ".")
		row := view.DataFileRow{
			Format: sh.t("data.format." + ending), For: sh.t("data.for." + ending),
			File: view.Link{Label: f.FileName, URL: view.DataFile.In(sh.lang, f.FileName)},
		}
		if size, ready := sizes[f.FileName]; ready {
			row.Size = sh.size(size)
		}
		p.Files = append(p.Files, row)
	}
	for _, key := range []string{"empty", "dates", "keys", "dispute", "formula", "licence"} {
		p.Reading = append(p.Reading, sh.t("data.read."+key))
	}
	for _, m := range []struct{ key, url string }{
		{"dcat", view.Catalogue.In(sh.lang)},
		{"package", view.DataFile.In(sh.lang, export.Package.FileName)},
		{"wikidata", view.DataFile.In(sh.lang, export.Wikidata.FileName)},
		{"sitemap", view.Sitemap.In(sh.lang)},
	} {
		text := sh.t("data." + m.key + "_text")
		if size, ready := sizes[export.Wikidata.FileName]; m.key == "wikidata" && ready && size == 0 {
			text = sentence(" ", text, sh.t("data.wikidata_none"))
		}
		p.Machines = append(p.Machines, view.DataLink{Link: view.Link{Label: sh.t("data." + m.key), URL: m.url}, Text: text})
	}
	p.Follow = followLinks(sh.lang)
	return p
}

func (sh *sheet) setLink(s export.Set) view.Link {
	return view.Link{Label: s.Title.In(sh.lang), URL: view.DataSet.In(sh.lang, s.Name)}
}

// setFiles are the files of one table, by their format or by their name.
func setFiles(s export.Set, named bool) (list []view.Link) {
	for _, f := range export.SetFormats {
		name := s.Name + "." + f.Ending
		label := strings.ToUpper(f.Ending)
		if named {
			label = name
		}
		list = append(list, view.Link{Label: label, URL: view.DataFile.In(i18n.ID, name)})
	}
	return list
}

func (sh *sheet) updatedOn(s store.TableState) string {
	if s.UpdatedAt.IsZero() {
		return sh.t("data.never")
	}
	return portal.On(s.UpdatedAt).Short(sh.lang)
}

func (sh *sheet) months(list []store.Monthly) (rows []view.DataMonthRow) {
	for _, m := range list {
		rows = append(rows, view.DataMonthRow{
			Month: portal.Date(m.Month).In(sh.lang), Made: portal.On(m.MadeAt).Short(sh.lang), Size: sh.size(m.Size), Hash: m.Hash,
			File: view.Link{Label: sh.t("data.monthly_link"), URL: view.Monthly.In(sh.lang, monthlyName(m))},
		})
	}
	return rows
}

// dataSet explains one table.
func (d Downloads) dataSet(w http.ResponseWriter, r *http.Request) error {
	sets, err := d.Shelf.Sets(r.Context())
	if err != nil {
		return err
	}
	name := chi.URLParam(r, "table")
	i := slices.IndexFunc(sets, func(s export.Set) bool { return s.Name == name })
	if i < 0 {
		return portal.ErrNotFound
	}
	sh, err := d.begin(r)
	if err != nil {
		return err
	}
	states, err := d.Store.TableStates(r.Context())
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.DataSetView(sh.dataSetPage(sets, i, states[name])))
}
