package portal

import (
	"net/mail"
	"time"
	"unicode/utf8"
)

// Role is what a member of staff may do; each role includes the ones before it.
type Role string

// An editor proposes, a reviewer also decides on others' proposals, an administrator also keeps the staff.
const (
	Editor        Role = "editor"
	Reviewer      Role = "reviewer"
	Administrator Role = "administrator"
)

// Roles lists the roles from the least to the most.
var Roles = []Role{Editor, Reviewer, Administrator}

// Includes tells whether the role may do what the other may.
// An unknown role neither includes nor is included.
func (r Role) Includes(other Role) bool { return other.rank() > 0 && r.rank() >= other.rank() }

// Reviews tells whether the role may decide on changes.
func (r Role) Reviews() bool { return r.Includes(Reviewer) }

func (r Role) rank() int {
	for i, role := range Roles {
		if role == r {
			return i + 1
		}
	}
	return 0
}

// Actor is who does something: the part of a staff member that rules ask for.
type Actor struct {
	ID   int64
	Name string
	Role Role
	Solo bool // the office has one person, who may decide on their own changes
}

// Staff is a person who keeps the register.
type Staff struct {
	ID           int64
	Email        string
	Name         string
	Role         Role
	PasswordHash string
	MustChange   bool      // the password was given by someone else and must be changed at the next sign-in
	PasswordAt   time.Time // since when it is theirs
	Disabled     bool
	CreatedAt    time.Time
	LastSeenAt   time.Time // zero = never
}

// Check tells what is wrong with the person's record.
func (s Staff) Check() error {
	var p Problems
	address, err := mail.ParseAddress(s.Email)
	bare := err == nil && address.Address == s.Email // "Ani <ani@example.org>" can be parsed, too
	p.Must(bare && len(s.Email) <= 254, "email", "problem.email")
	p.Must(s.Name != "" && utf8.RuneCountInString(s.Name) <= 120, "name", "problem.name")
	oneOf(&p, s.Role, Roles, "role")
	return p.Err()
}
