package server_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"net/http"
	"testing"
)

// device keeps one passkey, as WebAuthn Level 3 asks of devices, and can be spoilt in what it says.
type device struct {
	t      testing.TB
	key    *ecdsa.PrivateKey
	id     []byte
	holder []byte
	count  uint32

	unverified bool   // nobody was asked for a finger or a PIN
	origin     string // of the page that asks
}

func newDevice(t testing.TB) *device {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return &device{t: t, key: key, id: []byte(rand.Text()), origin: "https://" + host}
}

// question is what a page asks of devices.
type question struct {
	Challenge string `json:"challenge"`
	User      struct {
		ID string `json:"id"`
	} `json:"user"`
	Verification     string                `json:"userVerification"`
	AllowCredentials []struct{ ID string } `json:"allowCredentials"`
	Exclude          []struct{ ID string } `json:"excludeCredentials"`
}

func (b *browser) asked(path string) (q question) {
	b.t.Helper()
	a := b.post(path, nil).is(http.StatusOK)
	if err := json.Unmarshal([]byte(a.body), &q); err != nil {
		b.t.Fatalf("%s: %v", a.body, err)
	}
	return q
}

// create makes the passkey.
func (d *device) create(q question) string {
	d.t.Helper()
	holder, err := base64.RawURLEncoding.DecodeString(q.User.ID)
	if err != nil {
		d.t.Fatal(err)
	}
	d.holder = holder
	data := d.data(0x40)
	data = append(data, make([]byte, 16)...) // no kind of device is told
	data = binary.BigEndian.AppendUint16(data, uint16(len(d.id)))
	data = append(data, d.id...)
	data = append(data, d.public()...)
	object := []byte{0xa3, 0x63, 'f', 'm', 't', 0x64, 'n', 'o', 'n', 'e', 0x67, 'a', 't', 't', 'S', 't', 'm', 't', 0xa0,
		0x68, 'a', 'u', 't', 'h', 'D', 'a', 't', 'a', 0x59}
	object = binary.BigEndian.AppendUint16(object, uint16(len(data)))
	return d.answer(map[string]string{
		"clientDataJSON": plain(d.client("webauthn.create", q)), "attestationObject": plain(append(object, data...)),
	})
}

// get signs a question.
func (d *device) get(q question) string {
	d.t.Helper()
	d.count++
	client, data := d.client("webauthn.get", q), d.data(0)
	hash := sha256.Sum256(client)
	sum := sha256.Sum256(append(append([]byte{}, data...), hash[:]...))
	signature, err := ecdsa.SignASN1(rand.Reader, d.key, sum[:])
	if err != nil {
		d.t.Fatal(err)
	}
	return d.answer(map[string]string{
		"clientDataJSON": plain(client), "authenticatorData": plain(data), "signature": plain(signature), "userHandle": plain(d.holder),
	})
}

func (d *device) client(what string, q question) []byte {
	d.t.Helper()
	said, err := json.Marshal(map[string]any{"type": what, "challenge": q.Challenge, "origin": d.origin, "crossOrigin": false})
	if err != nil {
		d.t.Fatal(err)
	}
	return said
}

// data is for which site, who was there, and how often the key was used.
func (d *device) data(flags byte) []byte {
	site := sha256.Sum256([]byte(host))
	flags |= 0x01
	if !d.unverified {
		flags |= 0x04
	}
	return binary.BigEndian.AppendUint32(append(site[:], flags), d.count)
}

// public is the public key in the form of COSE (RFC 9053): ES256 on P-256.
func (d *device) public() []byte {
	point, err := d.key.PublicKey.Bytes()
	if err != nil {
		d.t.Fatal(err)
	}
	out := []byte{0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20}
	out = append(out, point[1:33]...)
	return append(append(out, 0x22, 0x58, 0x20), point[33:]...)
}

func (d *device) answer(response map[string]string) string {
	d.t.Helper()
	said, err := json.Marshal(map[string]any{
		"id": plain(d.id), "rawId": plain(d.id), "type": "public-key", "response": response, "clientExtensionResults": map[string]any{},
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return string(said)
}
