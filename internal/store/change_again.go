package store

import (
	"context"
	"errors"
	"slices"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// Used is the error of a form that is posted again with other content after its first content was handed in.
type Used struct{ Earlier portal.Change }

func (u *Used) Error() string { return "the form has made a change already" }

// waitingTwins is how many of their own waiting changes of a record the words of a new one are compared with at most.
const waitingTwins = 10

// askEarlier takes along the question for the change that an earlier post of the same form made; of what is handed in also for the latest
// changes of its author that wait for the same record, or for new ones of the kind: who goes back in a browser may be given the same words
// in a new form. What was a draft before, or comes in a batch, is not compared.
func askEarlier(j *journey, author portal.Actor, c portal.Change) *[]portal.Change {
	var earlier []portal.Change
	if c.Key == "" || c.ID != 0 {
		return &earlier
	}
	keyed := "select " + changeNames() + "\nfrom changes\nwhere key = $1"
	if c.State != portal.Submitted {
		ask(j, &earlier, scanChange, keyed, c.Key)
		return &earlier
	}
	record := "record_id = $4"
	if c.RecordID == 0 {
		record = "record_id is null and $4 = 0"
	}
	ask(j, &earlier, scanChange, keyed+`
		union all (
			select `+changeNames()+`
			from changes
			where kind = $3
				and `+record+`
				and author_id = $2
				and state = 'submitted'
				and batch_id is null
				and key is distinct from $1
			order by id desc
			limit $5)`, c.Key, author.ID, c.Kind, c.RecordID, waitingTwins)
	return &earlier
}

// repeats tells whether a change is the one that an earlier post of the same form made, or does what one that waits already would do to the
// same version, for the same reason and beside the same letter and form. A draft that nobody has touched since is gone on with.
func repeats(earlier []portal.Change, actor portal.Actor, c *portal.Change) (bool, error) {
	keyed := slices.IndexFunc(earlier, func(e portal.Change) bool { return e.Key == c.Key })
	if keyed < 0 {
		for _, waiting := range earlier {
			if c.Same(waiting) && c.BaseVersion == waiting.BaseVersion && c.LetterID == waiting.LetterID && c.Within == waiting.Within {
				*c = waiting
				return true, nil
			}
		}
		return false, nil
	}
	first := earlier[keyed]
	switch {
	case first.AuthorID != actor.ID:
		return false, portal.ErrForbidden
	case c.Same(first) && (c.State == first.State || !first.State.Editable()):
		*c = first
		return true, nil
	case first.State.Editable() && first.Revision == 1:
		c.ID, c.Revision, c.CreatedAt = first.ID, first.Revision, first.CreatedAt
		return false, nil
	}
	return false, &Used{Earlier: first}
}

// insertOnce adds a change unless another post of the same form has added it in the same moment.
func insertOnce(ctx context.Context, tx pgx.Tx, actor portal.Actor, c *portal.Change) error {
	err := insertChange(ctx, tx, c)
	if !errors.Is(err, pgx.ErrNoRows) {
		return err
	}
	var again journey
	earlier := askEarlier(&again, actor, *c)
	if err := again.travel(ctx, tx); err != nil {
		return err
	}
	if done, err := repeats(*earlier, actor, c); done || err != nil {
		return err
	}
	return updateDraft(ctx, tx, actor, c)
}
