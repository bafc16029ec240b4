package jobs

import (
	"context"
	"fmt"

	"github.com/riverqueue/river"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// tellUrgent writes to those who may review what was published without a review, unless somebody was faster.
func (c Config) tellUrgent(ctx context.Context, job *river.Job[portal.TellUrgent]) error {
	change, err := c.Store.Change(ctx, job.Args.ChangeID)
	if err != nil {
		return err
	}
	may := func(a portal.Actor) bool { return change.Allows(portal.DoReview, a) == nil }
	return c.tellDeciders(ctx, may, func(p portal.Staff, l i18n.Lang) (portal.Mail, view.Mail) {
		return portal.Mail{
				Key:     fmt.Sprintf("urgent/%d/%d", change.ID, p.ID),
				Subject: l.T("mail.urgent.subject", changeName(l, change)),
			}, view.Mail{
				Lines:  []string{l.T("mail.urgent.text", change.Author, change.Urgent)},
				Action: view.Link{Label: l.T("mail.handed_in.do"), URL: c.changeAt(l, change)},
			}
	})
}
