package portal

import "time"

// Session is one sign-in of a member of staff on one device.
type Session struct {
	ID        int64
	Waiting   bool      // for the second factor: it opens nothing else
	Elsewhere bool      // the identity provider or a passkey said who it is, and no password
	ProvedAt  time.Time // when its holder last proved who they are
	Guarded   bool      // its holder has a second factor
	Began     time.Time
	SeenAt    time.Time
	Agent     string // what the browser called itself, shortened
}
