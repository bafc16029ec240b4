package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Promise is one undertaking in an agreement.
type Promise struct {
	Agreement opt[Ref]  `json:"agreement"`
	Partner   opt[Ref]  `json:"partner"`
	Article   *string   `json:"article" example:"Pasal 3"`
	Words     Text      `json:"words"`
	Quoted    bool      `json:"quoted"`
	Sectors   []string  `json:"sectors"`
	Target    opt[Text] `json:"target"`
	DueOn     *EDTF     `json:"due_on"`
	State     *string   `json:"state"`
	AsOf      *EDTF     `json:"as_of"`
	Overdue   bool      `json:"overdue"`
	Note      opt[Text] `json:"note"`
	Common
}

type promisesAsked struct {
	Paging
	Dated
	InFields
	Partner   string   `query:"partner" maxLength:"80" example:"melbourne"`
	Agreement string   `query:"agreement" maxLength:"80" example:"melbourne"`
	State     []string `query:"state" example:"delivered"`
}

func (f Face) mountPromises(a huma.API) {
	mount(f, a, kind[portal.Promise, Promise]{
		name: "promises", one: "promise", dated: "due_on", records: f.Store.Promises,
		key:   func(u portal.Promise) string { return number(u.ID) },
		find:  byNumber(f.Store.Promises),
		names: func(u portal.Promise) mentions { return mentions{agreements: []int64{u.AgreementID}} },
		tell:  tellPromise,
	}, func(ctx context.Context, in *promisesAsked, p store.Part) (store.Listed[portal.Promise], error) {
		o, err := f.of(ctx, in.Partner, in.Agreement, "")
		if err != nil {
			return store.Listed[portal.Promise]{}, err
		}
		return f.Store.PromisePart(ctx, p, store.PromiseFilter{
			CityID: o.city, AgreementID: o.agreement, Sectors: in.Sector, States: codes[portal.PromiseState](in.State),
		})
	})
}

func tellPromise(t *teller, common Common, u portal.Promise) Promise {
	return Promise{
		Agreement: t.agreement(u.AgreementID), Partner: t.partnerOf(u.AgreementID), Article: known(u.Article), Words: text(u.Words),
		Quoted: u.Quoted, Sectors: list(u.Sectors), Target: maybeText(u.Target), DueOn: date(u.DueOn), State: known(u.State),
		AsOf: date(u.AsOf), Overdue: u.Overdue(t.now), Note: maybeText(u.Note), Common: common,
	}
}
