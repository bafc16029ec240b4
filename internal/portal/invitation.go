package portal

import (
	"time"

	"kotakembar/internal/i18n"
)

// Invitation is a one-time link by which somebody of the staff sets their password.
type Invitation struct {
	ID      int64
	StaffID int64
	By      string    // the name of who sent it
	Lang    i18n.Lang // of the mail and of the page
	MadeAt  time.Time
	Expires time.Time
}

// Open tells whether the link can still be used.
func (i Invitation) Open(now time.Time) bool { return i.ID > 0 && now.Before(i.Expires) }

// LinkToCome stands in a mail in the place of a one-time link until the mail is handed over.
const LinkToCome = "tautan-dibuat-saat-dikirim"
