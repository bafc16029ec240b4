package public

import (
	"slices"

	"kotakembar/internal/export"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// dataSetPage explains one of the tables.
func (sh *sheet) dataSetPage(sets []export.Set, which int, state store.TableState) view.DataSetPage {
	s := sets[which]
	title := s.Title.In(sh.lang)
	p := view.DataSetPage{
		Page:  sh.page(view.DataSet, view.Data, sh.t("dataset.title", title), sh.t("dataset.description", s.Name), s.Name),
		Head:  view.PageHead{Crumbs: sh.crumbs(view.Data, "nav.data", title), Title: title, Lead: view.Cited{Text: s.Row.In(sh.lang)}},
		State: sh.t("dataset.state", sh.number(state.Rows), sh.updatedOn(state)),
		Files: setFiles(s, true),
	}
	for i, f := range s.Fields {
		field := sh.dataField(f.Name, f)
		if of := s.Columns[i].Refers; of != "" {
			field.Refers = view.Link{Label: sh.t("dataset.refers", of), URL: view.DataSet.In(sh.lang, of)}
		}
		p.Fields = append(p.Fields, field)
		for _, part := range f.Parts {
			p.Fields = append(p.Fields, sh.dataField(f.Name+"[]."+part.Name, part))
		}
	}
	for _, other := range slices.Concat(sets[:which], sets[which+1:]) {
		p.Others = append(p.Others, sh.setLink(other))
	}
	return p
}

func (sh *sheet) dataField(name string, f export.Field) view.DataField {
	field := view.DataField{
		Name: name, Label: f.Label.In(sh.lang), Meaning: f.Meaning.In(sh.lang),
		Type: sentence(", ", sh.t("dictionary.type."+string(f.Type)), f.Unit.In(sh.lang)),
	}
	for _, c := range f.Choices {
		field.Choices = append(field.Choices, view.DataChoice{Value: c.Value, Word: c.Word.In(sh.lang)})
	}
	return field
}
