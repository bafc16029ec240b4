package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// Document is a file that belongs to a record: the paper itself, not a report about it.
type Document struct {
	Title     Text      `json:"title"`
	Hash      string    `json:"hash"`
	MediaType string    `json:"media_type" example:"application/pdf"`
	Size      int64     `json:"size"`
	Language  string    `json:"language" example:"id"`
	About     Row       `json:"about"`
	AltText   Text      `json:"alt_text"`
	File      opt[Text] `json:"file"`
	Common
}

type documentsAsked struct {
	Paging
	AboutKind []string `query:"about_kind" example:"agreement"`
	Language  []string `query:"language" example:"id,en"`
}

func (f Face) mountDocuments(a huma.API) {
	mount(f, a, kind[portal.Document, Document]{
		name: "documents", one: "document", records: f.Store.Documents,
		key:   func(d portal.Document) string { return number(d.ID) },
		find:  byNumber(f.Store.Documents),
		names: aboutOf,
		tell:  tellDocument,
	}, func(ctx context.Context, in *documentsAsked, p store.Part) (store.Listed[portal.Document], error) {
		return f.Store.DocumentPart(ctx, p, store.DocumentFilter{Kinds: codes[portal.Kind](in.AboutKind), Languages: in.Language})
	})
	allow(a.OpenAPI().Paths[path("documents")].Get, "about_kind", texts(portal.DocumentKinds))
}

// aboutOf names the record of a document where its address is not its number.
func aboutOf(d portal.Document) (m mentions) {
	switch d.AboutKind {
	case portal.KindAgreement:
		m.agreements = []int64{d.AboutID}
	case portal.KindProgram:
		m.programs = []int64{d.AboutID}
	}
	return m
}

func tellDocument(t *teller, common Common, d portal.Document) Document {
	return Document{
		Title: text(d.Title), Hash: d.Hash, MediaType: d.MediaType, Size: d.Size, Language: d.Language,
		About: t.rows([]portal.Row{{Kind: d.AboutKind, ID: d.AboutID}})[0], AltText: text(d.AltText),
		File: t.page(view.Document, d.Hash), Common: common,
	}
}
