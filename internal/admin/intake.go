package admin

import (
	"context"
	"errors"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/tabular"
	"kotakembar/web/view"
)

// importsRoute is the part of addresses of files on their way in.
const importsRoute = "imports"

func (o Office) mountImports(r chi.Router) {
	r.Method(http.MethodGet, "/"+importsRoute, respond.Handler(o.imports))
	r.Method(http.MethodGet, "/"+importsRoute+"/{id}", respond.Handler(o.importPage))
	r.Method(http.MethodPost, "/"+importsRoute+"/{id}/match", respond.Handler(o.matchImport))
	r.Method(http.MethodPost, "/"+importsRoute+"/{id}/hand-in", respond.Handler(o.handIn))
	r.Method(http.MethodPost, "/"+importsRoute+"/{id}/drop", respond.Handler(o.dropImport))
}

// Limits of a file.
const (
	fileLimit = 16 << 20 // bytes
	fileRows  = 50_000
)

var fileLimits = tabular.Limits{Rows: fileRows, Columns: 200, Cell: 32_767, Unpacked: 256 << 20}

func importAt(l i18n.Lang, id int64, more ...string) string {
	return view.Admin(l, append([]string{importsRoute, strconv.FormatInt(id, 10)}, more...)...)
}

// askFile asks for a file of the desk's records.
func (d counter) askFile(w http.ResponseWriter, r *http.Request) error {
	return d.showFile(w, r, http.StatusOK, nil)
}

func (d counter) showFile(w http.ResponseWriter, r *http.Request, status int, wrong error) error {
	l := i18n.From(r.Context())
	kinds := l.T("kinds." + string(d.kind()))
	f := form.Form{form.Upload("file", func(i18n.Lang) []string { return nil }).As("intake.file").With("hint.intake.file").AtDesk()}.Fill()
	return d.office.page(w, r, status, d.route, view.AdminPage{
		Title: l.T("intake.title", kinds), Lead: l.T("intake.lead"),
		Crumbs: []view.Crumb{{Label: kinds, URL: view.Admin(l, d.route)}, {Label: l.T("intake.bring")}},
	}, view.FormView(view.FormPage{
		Action: view.Admin(l, d.route, "import"), Form: f, Rest: f.Blame(wrong), Upload: true,
		Links: []view.Link{
			{Label: l.T("intake.template"), URL: view.Admin(l, d.route, "template")},
			{Label: l.T("admin.imports"), URL: view.Admin(l, importsRoute)},
		},
		Submit: []view.Choice{{Label: l.T("intake.read")}},
		Cancel: view.Link{Label: l.T("form.cancel"), URL: view.Admin(l, d.route)},
		Note:   l.T("intake.nothing_yet"),
	}))
}

// takeFile takes a file in and leads to its columns. Nothing of it is a change yet.
func (d counter) takeFile(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseMultipartForm(inMemory); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return err
	}
	im := portal.Import{Kind: d.kind()}
	err := d.readFile(r, &im)
	if fault, ok := errors.AsType[*tabular.Fault](err); ok {
		return d.showFile(w, r, http.StatusUnprocessableEntity, &portal.Invalid{Problems: []portal.Problem{problemOf(fault)}})
	}
	switch {
	case portal.AsInvalid(err) != nil:
		return d.showFile(w, r, http.StatusUnprocessableEntity, err)
	case err != nil:
		return err
	}
	return respond.SeeOther(w, r, importAt(i18n.From(r.Context()), im.ID))
}

func (d counter) readFile(r *http.Request, im *portal.Import) error {
	file, head, err := r.FormFile("file")
	if errors.Is(err, http.ErrMissingFile) || errors.Is(err, http.ErrNotMultipart) {
		return &portal.Invalid{Problems: []portal.Problem{{Field: "file", Key: "problem.file"}}}
	}
	if err != nil {
		return err
	}
	defer file.Close()
	if head.Size > fileLimit {
		return &portal.Invalid{Problems: []portal.Problem{{Field: "file", Key: "problem.table.large", Args: []any{fileLimit >> 20}}}}
	}
	if im.File = filepath.Base(head.Filename); !form.Clean(im.File, "") || len(im.File) > 200 {
		im.File = "?"
	}
	ctx, cancel := patient(r)
	defer cancel()
	return d.office.Store.AddImport(ctx, actor(ctx), im, func(take func(portal.ImportLine) error) error {
		header := func(names []string) error {
			im.Header, im.Mapping = slices.Clone(names), guess(d.fileColumns(), names)
			return nil
		}
		return tabular.Read(head.Filename, file, head.Size, fileLimits, header, func(line int, cells []string) error {
			return take(portal.ImportLine{Line: line, Cells: slices.Clone(cells)})
		})
	})
}

// problemOf says what is wrong with a file.
func problemOf(f *tabular.Fault) portal.Problem {
	p := portal.Problem{Field: "file", Key: "problem.table." + f.Why}
	if f.Line > 0 && f.Why != tabular.ManyRows {
		p.Args = append(p.Args, f.Line)
	}
	if f.Most > 0 && f.Why != tabular.Swollen {
		p.Args = append(p.Args, f.Most)
	}
	return p
}

// mine is the import in the address, for whoever brought its file and nobody else.
func (o Office) mine(ctx context.Context, r *http.Request) (portal.Import, error) {
	id, err := number(r)
	if err != nil {
		return portal.Import{}, err
	}
	im, err := o.Store.Import(ctx, id)
	if err == nil && im.AuthorID != actor(ctx).ID {
		err = portal.ErrOthers
	}
	return im, err
}

// matchImport takes the matching of columns, and checks lines for as long as somebody would wait; the rest goes on in the background.
func (o Office) matchImport(w http.ResponseWriter, r *http.Request) error {
	ctx, cancel := patient(r)
	defer cancel()
	im, err := o.mine(ctx, r)
	if err != nil {
		return err
	}
	d, err := o.deskOf(im.Kind)
	if err != nil {
		return err
	}
	mapping, err := posedMapping(r, im, d.fileColumns())
	if portal.AsInvalid(err) != nil {
		return o.showMatching(w, r, http.StatusUnprocessableEntity, im, mapping, err)
	}
	if err != nil {
		return err
	}
	if err := o.Store.MatchImport(ctx, im.ID, mapping); err != nil {
		return err
	}
	if err := o.CheckImport(ctx, im.ID, time.Now().Add(waitTime)); err != nil {
		return err
	}
	return respond.SeeOther(w, r, importAt(i18n.From(ctx), im.ID))
}

// waitTime is how long somebody waits for a page while lines are checked.
const waitTime = 3 * time.Second

// posedMapping is what a form says of the columns: each may be filled once, and one at least must be.
func posedMapping(r *http.Request, im portal.Import, columns []fileColumn) ([]string, error) {
	mapping := make([]string, len(im.Header))
	var problems portal.Problems
	for i := range im.Header {
		name := r.PostForm.Get("column" + strconv.Itoa(i))
		if name == "" {
			continue
		}
		if !slices.ContainsFunc(columns, func(c fileColumn) bool { return c.name == name }) {
			problems.Add("", "problem.choice")
			continue
		}
		problems.Must(!slices.Contains(mapping[:i], name), "", "problem.column_twice", im.Header[i])
		mapping[i] = name
	}
	problems.Must(slices.ContainsFunc(mapping, func(s string) bool { return s != "" }), "", "problem.no_column")
	return mapping, problems.Err()
}

// handIn makes one set of changes of all lines that are right.
func (o Office) handIn(w http.ResponseWriter, r *http.Request) error {
	ctx, cancel := patient(r)
	defer cancel()
	im, err := o.mine(ctx, r)
	if err != nil {
		return err
	}
	l := i18n.From(ctx)
	if im.State == portal.ImportHandedIn { // a second press of the button
		return batchSaid(w, r, im.BatchID, "submitted")
	}
	if im.State != portal.ImportChecked || im.Ready() == 0 {
		return portal.ErrConflict
	}
	b := portal.Batch{
		Origin: portal.BatchImport, Reason: r.PostForm.Get("reason"), LeftOut: im.Counts[portal.LineWrong],
		Key: "import/" + strconv.FormatInt(im.ID, 10),
	}
	if im.Ready() > manyChanges && b.Check() == nil {
		return o.sendErrand(w, r, portal.Errand{What: portal.ErrandHandIn, SubjectID: im.ID, Reason: b.Reason, Key: b.Key, Total: im.Ready()})
	}
	err = o.Store.HandIn(ctx, actor(ctx), &im, &b)
	switch {
	case portal.AsInvalid(err) != nil:
		return o.showChecked(w, r, http.StatusUnprocessableEntity, im, b.Reason, err)
	case errors.Is(err, portal.ErrConflict):
		return respond.SeeOther(w, r, importAt(l, im.ID)+"?saved=import_moved")
	case err != nil:
		return err
	}
	return batchSaid(w, r, b.ID, "submitted")
}

// dropImport forgets a file.
func (o Office) dropImport(w http.ResponseWriter, r *http.Request) error {
	im, err := o.mine(r.Context(), r)
	if err != nil {
		return err
	}
	if err := o.Store.DropImport(r.Context(), im.ID); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(r.Context()), importsRoute)+"?saved=import_dropped")
}
