package store_test

import (
	"bytes"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// writes are the kinds of writes of the register: each makes what must be there first, and returns the write itself.
var writes = map[string]func(desk) func(*store.Store) error{
	"save a draft": func(d desk) func(*store.Store) error {
		c := d.renamed("cebu", "Cebu City, anew")
		c.State, c.Key = portal.Draft, "a form"
		return d.saving(c)
	},
	"hand a change in": func(d desk) func(*store.Store) error {
		c := d.renamed("cebu", "Cebu City, anew")
		c.Key = "a form"
		return d.saving(c)
	},
	"approve": func(d desk) func(*store.Store) error {
		return d.approving(d.save(d.editor, d.renamed("cebu", "Cebu City, anew")))
	},
	"approve a new record in part": func(d desk) func(*store.Store) error {
		c := d.begin("cebu")
		set(&c, "name_en", "Cebu City, anew")
		set(&c, "region", "Central Visayas, anew")
		c = d.save(d.editor, c)
		return func(s *store.Store) error {
			_, err := s.Decide(d.t.Context(), d.boss, c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied, Fields: []string{"region"}, Note: "no"})
			return err
		}
	},
	"undo": func(d desk) func(*store.Store) error {
		done := d.decide(d.boss, d.save(d.editor, d.renamed("cebu", "Cebu City, anew")), store.Verdict{State: portal.Applied})
		c := d.begin("cebu")
		c.After, c.UndoOf, c.Key = done.Before, done.ID, "a form"
		return d.saving(c)
	},
	"retire": func(d desk) func(*store.Store) error {
		made := d.decide(d.boss, d.save(d.editor, d.fresh(utrecht)), store.Verdict{State: portal.Applied})
		c := d.begin("utrecht")
		c.Op, c.RecordID = portal.OpRetire, made.RecordID
		return d.approving(d.save(d.editor, c))
	},
	"hand a batch in": func(d desk) func(*store.Store) error {
		list := []portal.Change{d.renamed("cebu", "A"), d.renamed("suwon", "B")}
		return func(s *store.Store) error {
			b := portal.Batch{Origin: portal.BatchBulk, Reason: "one correction", Key: "a form"}
			return s.AddBatch(d.t.Context(), d.editor, &b, list)
		}
	},
	"decide on a batch": func(d desk) func(*store.Store) error {
		b := d.batched("", d.renamed("cebu", "A"), d.renamed("suwon", "B"))
		return func(s *store.Store) error {
			_, _, err := s.DecideBatch(d.t.Context(), d.boss, b.ID, store.Verdict{State: portal.Applied}, b.SeenAt)
			return err
		}
	},
	"undo a batch": func(d desk) func(*store.Store) error {
		b := d.batched("", d.renamed("cebu", "A"), d.renamed("suwon", "B"))
		d.all(b)
		return func(s *store.Store) error {
			_, err := s.UndoBatch(d.t.Context(), d.editor, b.ID, "a wrong file", "a form")
			return err
		}
	},
	"hand a file in": func(d desk) func(*store.Store) error {
		im := d.imported("utrecht")
		return func(s *store.Store) error {
			im, b := im, portal.Batch{Origin: portal.BatchImport, Reason: "rows of a file", Key: "a form"}
			return s.HandIn(d.t.Context(), d.editor, &im, &b)
		}
	},
	"sign in": func(d desk) func(*store.Store) error {
		return func(s *store.Store) error {
			return s.AddSession(d.t.Context(), store.NewSession{
				TokenHash: bytes.Repeat([]byte{7}, 32), StaffID: d.editor.ID, ProvedAt: time.Now(), Expires: time.Now().Add(time.Hour),
			})
		}
	},
	"set a password": func(d desk) func(*store.Store) error {
		return func(s *store.Store) error { return s.SetPassword(d.t.Context(), d.boss, d.editor.ID, "-", true, nil) }
	},
	"invite": func(d desk) func(*store.Store) error {
		return func(s *store.Store) error {
			p := portal.Staff{Email: "new@example.test", Name: "New", Role: portal.Editor, PasswordHash: "-"}
			i := portal.Invitation{Lang: i18n.ID, MadeAt: time.Now(), Expires: time.Now().Add(time.Hour)}
			_, err := s.InviteNew(d.t.Context(), d.boss, p, i, nil)
			return err
		}
	},
	"take a letter in": func(d desk) func(*store.Store) error {
		file := d.sent(1, received)
		return func(s *store.Store) error {
			l := portal.Letter{Key: "a form", Lang: i18n.ID, Kind: portal.Correction, Words: "Tahunnya 1961.", ReceivedAt: received, File: file}
			return s.AddLetter(d.t.Context(), &l, portal.Contact{Name: "Siti", Email: "siti@contoh.example"})
		}
	},
	"decline a letter": func(d desk) func(*store.Store) error {
		l := d.letter(nil)
		return func(s *store.Store) error {
			t := store.Treatment{Act: portal.LetterDecline, Words: "Maaf.", Revision: l.Revision, At: received.Add(time.Hour)}
			_, err := s.TreatLetter(d.t.Context(), d.editor, l.ID, t)
			return err
		}
	},
}

// saving is the saving of a change, from the same form each time.
func (d desk) saving(c portal.Change) func(*store.Store) error {
	return func(s *store.Store) error {
		c := c
		return s.SaveChange(d.t.Context(), d.editor, &c)
	}
}

// approving is the approval of a change.
func (d desk) approving(c portal.Change) func(*store.Store) error {
	return func(s *store.Store) error {
		_, err := s.Decide(d.t.Context(), d.boss, c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied})
		return err
	}
}

// imported is a file of one new city, checked and not handed in.
func (d desk) imported(slug string) portal.Import {
	d.t.Helper()
	im := portal.Import{Kind: portal.KindCity, File: "kota.csv"}
	err := d.AddImport(d.t.Context(), d.editor, &im, func(take func(portal.ImportLine) error) error {
		im.Header, im.Mapping = []string{"slug"}, []string{"slug"}
		return take(portal.ImportLine{Line: 2, Cells: []string{slug}})
	})
	if err == nil {
		err = d.MatchImport(d.t.Context(), im.ID, im.Mapping)
	}
	after := d.fresh(utrecht).After
	if err == nil {
		err = d.KeepChecked(d.t.Context(), &im, []portal.ImportLine{{Place: 1, Line: 2, Outcome: portal.LineNew, Slug: slug, Title: slug, After: &after}})
	}
	if err != nil {
		d.t.Fatal(err)
	}
	return im
}
