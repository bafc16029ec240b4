package auth

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// The cookie under whose key a post is sealed that came after its sender's session or proof had ended: its number and the key.
const (
	keptCookie      = "__Host-kotakembar-kept"
	keptCookieLocal = "kotakembar-kept-local"
)

// mostKeptBytes is how long a form may be that is kept.
const mostKeptBytes = 512 << 10

// Post is a form as it was sent: to which address, with which answers. A file is not kept with them.
type Post struct {
	Path    string
	Answers url.Values
	File    bool // one was chosen
}

// KeptWords are the questions of forms beside those of records whose answers people write and would miss: reasons, notes, answers, who is
// invited, and to whom a report is sent.
var KeptWords = []string{"reason", "note", "answer", "words", "urgent", "name", "email", "addressee"}

// secretParts are the parts of addresses below which passwords, codes and keys are sent.
var secretParts = []string{"password", "security", "confirm"}

// secrets are the questions that are answered with a secret in any form that is not a record's.
var secrets = []string{"password", "current", "new", "code"}

// keep keeps the form of somebody whose session ended while they wrote. It takes forms that hold words, never passwords or codes, and
// only with the token of a session that was real: nobody else can put anything here. It tells whether it did.
func (k *Keeper) keep(w http.ResponseWriter, r *http.Request) (bool, error) {
	token := visitOf(r.Context()).token
	if token == nil || r.Method != http.MethodPost || strings.Contains(r.Header.Get("Accept"), "application/json") { // there the words are still on the page
		return false, nil
	}
	staffID, err := k.Store.EndedSession(r.Context(), token)
	if errors.Is(err, portal.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return k.keepFor(w, r, staffID)
}

// keepFor keeps the form for a person, and tells whether it is one that is kept.
func (k *Keeper) keepFor(w http.ResponseWriter, r *http.Request, staffID int64) (bool, error) {
	post, ok := sentForm(r)
	if !ok {
		return false, nil
	}
	said, err := json.Marshal(post)
	if err != nil || len(said) > mostKeptBytes {
		return false, err
	}
	key := make([]byte, tokenLength)
	_, _ = rand.Read(key) // never fails
	box, err := sealing(key)
	if err != nil {
		return false, err
	}
	id := rand.Text()
	nonce := make([]byte, box.NonceSize())
	_, _ = rand.Read(nonce)
	if err := k.Store.KeepPost(r.Context(), id, staffID, box.Seal(nonce, nonce, said, []byte(id))); err != nil {
		return false, err
	}
	c := k.keptCookie(r)
	c.Value, c.MaxAge = id+"."+base64.RawURLEncoding.EncodeToString(key), int(store.KeptFor.Seconds())
	http.SetCookie(w, c)
	return true, nil
}

// sentForm reads a post; ok tells whether it is a form that is kept.
func sentForm(r *http.Request) (post Post, ok bool) {
	post = Post{Path: r.URL.Path, Answers: r.PostForm}
	if parts, err := r.MultipartReader(); err == nil {
		if post.Answers, post.File, err = wordsOf(parts); err != nil {
			return post, false
		}
	}
	return post, post.OfRecord() || post.worded()
}

// OfRecord tells whether it is the form of a record, which can be opened again as a page.
func (p Post) OfRecord() bool {
	return p.Answers.Has("base") && p.Answers.Has("revision") && p.Answers.Has("key")
}

// worded tells whether somebody wrote words into the form that are no secret.
func (p Post) worded() bool {
	for part := range strings.SplitSeq(p.Path, "/") {
		if slices.Contains(secretParts, part) {
			return false
		}
	}
	return !slices.ContainsFunc(secrets, p.Answers.Has) &&
		slices.ContainsFunc(KeptWords, func(name string) bool { return strings.TrimSpace(p.Answers.Get(name)) != "" })
}

// wordsOf are the answers of a form in parts, of which files are not held, and whether there was a file.
func wordsOf(parts *multipart.Reader) (answers url.Values, file bool, err error) {
	answers = url.Values{}
	for left := int64(mostKeptBytes); ; {
		part, err := parts.NextPart() // passes over what is left of the last one
		if errors.Is(err, io.EOF) {
			return answers, file, nil
		}
		if err != nil {
			return nil, false, err
		}
		if part.FileName() != "" {
			file = true
			continue
		}
		words, err := io.ReadAll(io.LimitReader(part, left))
		if err != nil {
			return nil, false, err
		}
		if left -= int64(len(words)); left <= 0 {
			return nil, false, errTooLong
		}
		answers.Add(part.FormName(), string(words))
	}
}

var errTooLong = errors.New("the form is too long to be kept")

// Kept returns the form that the signed-in person sent from this browser after their session had ended.
func (k *Keeper) Kept(r *http.Request) (Post, error) {
	person, ok := Person(r.Context())
	c, err := r.Cookie(k.keptCookie(r).Name)
	if !ok || err != nil {
		return Post{}, portal.ErrNotFound
	}
	id, written, _ := strings.Cut(c.Value, ".")
	key, err := base64.RawURLEncoding.DecodeString(written)
	if err != nil || len(key) != tokenLength {
		return Post{}, portal.ErrNotFound
	}
	return k.unseal(r.Context(), id, person.ID, key)
}

func (k *Keeper) unseal(ctx context.Context, id string, staffID int64, key []byte) (post Post, err error) {
	sealed, err := k.Store.KeptPost(ctx, id, staffID)
	if err != nil {
		return post, err
	}
	box, err := sealing(key)
	if err != nil || len(sealed) < box.NonceSize() {
		return post, errors.Join(err, portal.ErrNotFound)
	}
	said, err := box.Open(nil, sealed[:box.NonceSize()], sealed[box.NonceSize():], []byte(id))
	if err != nil {
		return post, portal.ErrNotFound // the key is of another form
	}
	return post, json.Unmarshal(said, &post)
}

func (k *Keeper) keptCookie(r *http.Request) *http.Cookie {
	c := k.cookie(r)
	c.Name = keptCookieLocal
	if c.Secure {
		c.Name = keptCookie
	}
	return c
}

func sealing(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}
