package admin

import (
	"context"
	"net/http"
	"slices"
	"strconv"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// filesRoute is the part of addresses of the look at kept files.
const filesRoute = "files"

func (o Office) mountFiles(r chi.Router) {
	r.Method(http.MethodGet, "/"+filesRoute, respond.Handler(o.faultyFiles))
	r.Method(http.MethodPost, "/"+filesRoute, respond.Handler(o.stageFile))
	r.Method(http.MethodGet, "/"+filesRoute+"/{hash}", respond.Handler(o.openFile))
	r.Method(http.MethodGet, "/"+filesRoute+"/{hash}/small", respond.Handler(o.smallFile))
}

// mountOrphans adds what removes files for good.
func (o Office) mountOrphans(r chi.Router) {
	r.Method(http.MethodPost, "/"+filesRoute+"/{hash}/forget", respond.Handler(o.forgetOrphan))
}

// faultyFiles shows what the nightly look at kept files found.
func (o Office) faultyFiles(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l, q := i18n.From(ctx), r.URL.Query()
	page := asked(q)
	fault := portal.FileFault(q.Get("state"))
	if !slices.Contains(portal.FileFaults, fault) {
		fault = portal.FileSound
	}
	counts, err := o.Store.FileFaults(ctx)
	if err != nil {
		return err
	}
	sound := counts[portal.FileSound]
	delete(counts, portal.FileSound)
	found, err := o.Store.FaultyFiles(ctx, fault, page.Number, page.Size)
	if err != nil {
		return err
	}
	lead, err := o.filesLead(ctx, sound)
	if err != nil {
		return err
	}
	chips, total := stateChips(l, view.Admin(l, filesRoute), "files.all", "choice.file_fault.", portal.FileFaults, fault, counts)
	return o.page(w, r, http.StatusOK, filesRoute, view.AdminPage{
		Title: l.T("admin.files"), Lead: lead,
	}, view.MachineryView(view.Machinery{
		Notice: saved(l, q.Get("saved")), Label: l.T("files.faults"), Chips: chips,
		Table: fileTable(ctx, found), Empty: l.T("files.none"), Pages: pages(l, q, page, total),
	}))
}

// filesLead says what the look at kept files is, what it found sound, and when it last came to its end.
func (o Office) filesLead(ctx context.Context, sound int) (string, error) {
	l := i18n.From(ctx)
	lead := l.T("files.lead", l.Number(int64(sound)))
	ran, _, err := o.Store.Jobs(ctx, store.JobFilter{What: portal.CheckFiles{}.Kind(), State: portal.JobDone, Number: 1, Size: 1})
	if len(ran) > 0 {
		lead += " " + l.T("files.ran", portal.When(l, ran[0].Ended))
	}
	return lead, err
}

func fileTable(ctx context.Context, files []portal.FaultyFile) view.Table {
	l := i18n.From(ctx)
	t := view.Table{Caption: l.T("admin.files"), Columns: []view.Column{
		{Label: l.T("files.what")}, {Label: l.T("files.fault")}, {Label: l.T("field.size")}, {Label: l.T("files.checked")}, {},
	}}
	for _, f := range files {
		do := view.Text(view.Cited{})
		if f.Fault == portal.FileOrphan && actor(ctx).Role.Includes(portal.Administrator) {
			do = view.PostButton(view.PostLink{Label: l.T("files.forget"), Action: view.Admin(l, filesRoute, f.Hash, "forget"), Look: view.LookSmall})
		}
		t.Rows = append(t.Rows, view.Row{Cells: []view.Component{
			view.Text(fileNamed(l, f)), view.Tag(faultTag(l, f.Fault)), view.Text(view.Cited{Text: fileSize(l, f.Size)}),
			view.Text(view.Cited{Text: portal.When(l, f.CheckedAt)}), do,
		}})
	}
	return t
}

// fileNamed is what needs a file, or its hash where nothing does.
func fileNamed(l i18n.Lang, f portal.FaultyFile) view.Cited {
	switch {
	case f.DocumentID != 0:
		return view.Cited{Text: f.Title.In(l), URL: view.Admin(l, "documents", strconv.FormatInt(f.DocumentID, 10))}
	case f.InLetter:
		return view.Cited{Text: l.T("files.in_letter", f.Hash[:12])}
	}
	return view.Cited{Text: l.T("files.unnamed", f.Hash[:12])}
}

func faultTag(l i18n.Lang, fault portal.FileFault) view.TagValue {
	tone := view.ToneAlert
	if fault == portal.FileOrphan {
		tone = view.ToneLine
	}
	return view.TagValue{Word: l.T("choice.file_fault." + string(fault)), Tone: tone}
}

// forgetOrphan removes the bytes of a file that nothing names.
func (o Office) forgetOrphan(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	if err := o.Store.ForgetOrphan(ctx, actor(ctx), chi.URLParam(r, "hash"), o.Files.Forget); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(ctx), filesRoute)+"?saved=file_forgotten")
}

// brokenFiles are the kept files that are gone or not what they were, which only a person can bring back.
func (o Office) brokenFiles(ctx context.Context) (worklist, error) {
	l := i18n.From(ctx)
	list := worklist{kind: portal.TaskFile, urgency: portal.Overdue}
	for _, fault := range []portal.FileFault{portal.FileMissing, portal.FileChanged} {
		found, err := o.Store.FaultyFiles(ctx, fault, 1, mostItems)
		if err != nil {
			return list, err
		}
		for _, f := range found {
			item := view.QueueItem{
				Tag: faultTag(l, f.Fault), Title: fileNamed(l, f).Text, URL: fileNamed(l, f).URL, Why: l.T("files.why." + string(f.Fault)), Do: l.T("tasks.see"),
			}
			if item.URL == "" {
				item.URL = view.Admin(l, filesRoute)
			}
			list.items = append(list.items, item)
		}
	}
	list.total = len(list.items)
	return list, nil
}
