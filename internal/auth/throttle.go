package auth

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
	"time"

	"kotakembar/internal/store"
)

// How many failed tries an account and an address have within the window, after which they wait for it to pass. An address
// has more, because an office shares one.
const (
	window         = 15 * time.Minute
	triesOfAccount = 5
	triesOfAddress = 50
)

// try is one sign-in that is being tried. The subjects are hashes, so that the rows name nobody.
type try struct {
	account, address string
	left             int
}

// admit takes one try away from the account before the password is looked at, so that many tries at once do not get past the
// limit. An account that does not exist has tries like any other.
func (k *Keeper) admit(ctx context.Context, email string, client netip.Addr) (try, error) {
	t := try{account: subject("account", store.NormalEmail(email)), address: subject("address", network(client))}
	since := k.Now().Add(-window)
	ofAddress, err := k.Store.Failures(ctx, t.address, since)
	if err != nil {
		return t, err
	}
	ofAccount, err := k.Store.Failures(ctx, t.account, since)
	if err != nil {
		return t, err
	}
	if ofAddress >= triesOfAddress || ofAccount >= triesOfAccount {
		return t, locked()
	}
	if err := k.Store.Failed(ctx, []string{t.account}, since); err != nil {
		return t, err
	}
	ofAccount, err = k.Store.Failures(ctx, t.account, since)
	if err != nil {
		return t, err
	}
	if ofAccount > triesOfAccount {
		return t, locked()
	}
	t.left = triesOfAccount - ofAccount
	return t, nil
}

// note counts the failure for the address.
func (k *Keeper) note(ctx context.Context, t try) error {
	return k.Store.Failed(ctx, []string{t.address}, k.Now().Add(-window))
}

// refused says how many tries are left.
func (t try) refused() error {
	minutes := int(window.Minutes())
	switch t.left {
	case 0:
		return locked()
	case 1:
		return problem("password", "problem.sign_in_one", minutes)
	}
	return problem("password", "problem.sign_in", t.left, minutes)
}

// Locked asks to wait. It holds the *portal.Invalid that says so beside the password.
type Locked struct {
	Wait time.Duration // at most
	told error
}

func (e *Locked) Error() string { return "locked: " + e.told.Error() }

// Unwrap gives the words.
func (e *Locked) Unwrap() error { return e.told }

func locked() error {
	return &Locked{Wait: window, told: problem("password", "problem.locked", int(window.Minutes()))}
}

func subject(kind, name string) string {
	sum := sha256.Sum256([]byte("kotakembar sign-in " + kind + ": " + name))
	return hex.EncodeToString(sum[:])
}

// network is what one reader may have of addresses: one of IPv4, a block of 64 bits of IPv6.
func network(client netip.Addr) string {
	if !client.IsValid() {
		return ""
	}
	client = client.Unmap().WithZone("")
	if client.Is4() {
		return client.String()
	}
	block, _ := client.Prefix(64) // 64 bits fit any IPv6 address
	return block.String()
}
