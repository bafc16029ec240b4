package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"kotakembar/internal/auth"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// firstAdministrator adds somebody who can let others in, where there is nobody yet. Of several nodes that start at once, one
// does, and only that one prints a password.
func (n node) firstAdministrator(ctx context.Context, st *store.Store) error {
	people, err := st.Staff(ctx)
	if err != nil || len(people) > 0 {
		return err
	}
	password := n.adminPassword
	if password == "" {
		password = auth.OneTimePassword()
	} else if err := n.checkAdminPassword(); err != nil {
		return err
	}
	hash, err := auth.Hash(password)
	if err != nil {
		return err
	}
	added, err := st.AddFirstStaff(ctx, portal.Staff{
		Email: n.adminEmail, Name: "Administrator", Role: portal.Administrator, PasswordHash: hash, MustChange: n.adminPassword == "",
	})
	if added && n.adminPassword == "" {
		fmt.Fprintf(n.out, "\nFirst administrator:  %s\nOne-time password:    %s\n(shown only now; it must be changed at the first sign-in)\n\n",
			n.adminEmail, password)
	}
	return err
}

// checkAdminPassword tells whether the password of the settings may be that of the first administrator. It takes a while, and is of no
// use to a site that has one.
func (c config) checkAdminPassword() error {
	if err := inWords(c.passwords.Check(c.adminPassword, portal.Staff{Email: c.adminEmail})); err != nil {
		return problems{fmt.Sprintf("KOTAKEMBAR_ADMIN_PASSWORD cannot be used: %v", err)}
	}
	return nil
}

// staffOrder is what a staff command asks for.
type staffOrder struct {
	email    string
	name     string
	role     portal.Role
	password string // empty to make a one-time password
	factor   bool   // clear the second factor too
}

// staff adds people, gives new passwords and closes accounts, also beside a running site.
func staff(ctx context.Context, args []string, w world) error {
	if len(args) == 0 {
		return usageError("say add, reset or disable, and whose email")
	}
	do, known := map[string]func(context.Context, *store.Store, staffOrder, io.Writer) error{
		"add": addStaff, "reset": resetStaff, "disable": disableStaff,
	}[args[0]]
	c, err := readConfig(w.env)
	if err != nil {
		return err
	}
	order, err := readOrder(args, w.in, c.passwords)
	if err != nil {
		return err
	}
	if !known {
		return usageError(fmt.Sprintf("it cannot %q; say add, reset or disable", args[0]))
	}
	return withDatabase(ctx, w, func(ctx context.Context, d database) error {
		if err := upToDate(ctx, d); err != nil {
			return err
		}
		return inWords(do(ctx, store.New(d.Pool), order, w.out))
	})
}

func readOrder(args []string, in io.Reader, rules auth.PasswordRules) (staffOrder, error) {
	var o staffOrder
	var fromStdin bool
	set := flag.NewFlagSet("staff", flag.ContinueOnError)
	role := set.String("role", string(portal.Editor), "")
	set.StringVar(&o.name, "name", "", "")
	set.BoolVar(&o.factor, "clear-second-factor", false, "")
	set.BoolVar(&fromStdin, "password-stdin", false, "")
	words, err := flags(set, args)
	if err != nil {
		return o, err
	}
	if len(words) != 2 {
		return o, usageError("give one email address")
	}
	o.email, o.role = words[1], portal.Role(*role)
	if o.name == "" {
		o.name, _, _ = strings.Cut(o.email, "@")
	}
	if fromStdin {
		o.password, err = firstLine(in)
	}
	if err == nil && fromStdin {
		err = inWords(rules.Check(o.password, portal.Staff{Name: o.name, Email: o.email}))
	}
	return o, err
}

// firstLine reads a password.
func firstLine(in io.Reader) (string, error) {
	const longest = 4 << 10
	line, err := bufio.NewReader(io.LimitReader(in, longest)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	return strings.TrimRight(line, "\r\n"), nil
}

// secret is the password of an order and its hash, or a one-time password.
func (o staffOrder) secret() (password, hash string, err error) {
	if password = o.password; password == "" {
		password = auth.OneTimePassword()
	}
	hash, err = auth.Hash(password)
	return password, hash, err
}

// tell prints a password that was made here.
func (o staffOrder) tell(out io.Writer, done, password string) {
	fmt.Fprintln(out, done)
	if o.password == "" {
		fmt.Fprintf(out, "One-time password: %s\n(shown only now; it must be changed at the first sign-in)\n", password)
	}
}

func addStaff(ctx context.Context, st *store.Store, o staffOrder, out io.Writer) error {
	p := portal.Staff{Email: o.email, Name: o.name, Role: o.role, MustChange: o.password == ""}
	if err := p.Check(); err != nil {
		return err
	}
	password, hash, err := o.secret()
	if err != nil {
		return err
	}
	p.PasswordHash = hash
	if _, err := st.AddStaff(ctx, p); err != nil {
		return err
	}
	o.tell(out, fmt.Sprintf("%s was added as %s.", o.email, o.role), password)
	return nil
}

func resetStaff(ctx context.Context, st *store.Store, o staffOrder, out io.Writer) error {
	p, err := st.StaffByEmail(ctx, o.email)
	if err != nil {
		return err
	}
	password, hash, err := o.secret()
	if err != nil {
		return err
	}
	if err := st.SetPassword(ctx, portal.Actor{}, p.ID, hash, o.password == "", nil); err != nil {
		return err
	}
	if o.factor {
		if err := st.RemoveFactors(ctx, portal.Actor{}, p.ID); err != nil {
			return err
		}
		fmt.Fprintf(out, "%s has no second factor any more.\n", o.email)
	}
	o.tell(out, fmt.Sprintf("%s has a new password.", o.email), password)
	return nil
}

func disableStaff(ctx context.Context, st *store.Store, o staffOrder, out io.Writer) error {
	p, err := st.StaffByEmail(ctx, o.email)
	if err != nil {
		return err
	}
	if err := st.SetAccess(ctx, portal.Actor{}, p.ID, p.Role, true); err != nil {
		return err
	}
	fmt.Fprintf(out, "%s can no longer sign in.\n", o.email)
	return nil
}

// inWords puts an error of the domain into words for a terminal.
func inWords(err error) error {
	if errors.Is(err, portal.ErrNotFound) {
		return errors.New("there is nobody with this email")
	}
	invalid := portal.AsInvalid(err)
	if invalid == nil {
		return err
	}
	said := make([]string, len(invalid.Problems))
	for i, p := range invalid.Problems {
		said[i] = p.Field + ": " + i18n.EN.T(p.Key, p.Args...)
	}
	return errors.New(strings.Join(said, "; "))
}
