// Package web holds what browsers load beside the pages: one stylesheet, fonts, images and scripts, embedded in the
// program and served under addresses that carry a hash of their content.
//
// Here belong the static files and the way to name and serve them. What does not belong here: pages, markup, or
// anything that differs between readers.
package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"
)

// Prefix is the path below which Handler serves.
const Prefix = "/static/"

// The stylesheets, put together from the files below static/css: Stylesheet is all that citizens load, and StaffStylesheet, made of
// those below static/css/staff, comes after it on the pages of staff.
const (
	Stylesheet      = "css/site.css"
	StaffStylesheet = "css/staff.css"
)

// The colours of the stage by day and by night, as browsers paint their own bars. A test keeps them equal to the style sheet's.
const (
	StageLight = "#0B3A31"
	StageDark  = "#0A211B"
)

// The scripts: Script is all that citizens load, StaffScript comes beside it on the pages of staff, and PasskeyScript where a passkey is
// asked for.
const (
	Script        = "js/site.js"
	StaffScript   = "js/desk.js"
	UploadScript  = "js/upload.js" // beside it
	PasskeyScript = "js/passkey.js"
	PickScript    = "js/pick.js" // the pickers of staff
)

//go:embed static
var files embed.FS

// assets are all files that browsers may load, put together once.
var assets = sync.OnceValue(func() library { return load(files) })

// Prepare puts the files together, for a program that has nothing else to do yet.
func Prepare() { assets() }

// asset is one file as it is served. Its gzip form is made when it is first asked for, so that the program starts at once; it is nil
// where packing gains nothing, as with fonts.
type asset struct {
	url     string
	plain   []byte
	gzipped func() []byte
}

// library finds an asset by its name, such as css/site.css, and by its address.
type library struct {
	byName map[string]*asset
	byURL  map[string]*asset
}

// URL is the address of a static file, such as css/site.css, with the hash of its content in it. A name that does not
// exist gets an address that answers 404; a test finds it.
func URL(name string) string {
	if a, ok := assets().byName[name]; ok {
		return a.url
	}
	return Prefix + name
}

// Handler serves the files at exactly the addresses that URL returns, for browsers to keep for ever; missing answers for all others.
func Handler(missing http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, ok := assets().byURL[r.URL.Path]
		if !ok {
			missing(w, r)
			return
		}
		a.serve(w, r)
	})
}

func (a *asset) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Content-Type", contentType(a.url))
	body := a.plain
	if packed := a.gzipped(); packed != nil {
		h.Add("Vary", "Accept-Encoding")
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			h.Set("Content-Encoding", "gzip")
			body = packed
		}
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// load reads the tree and joins the stylesheets, whose references to other files become addresses with hashes.
func load(tree fs.FS) library {
	lib := library{byName: map[string]*asset{}, byURL: map[string]*asset{}}
	sheets := map[string][]string{}
	for _, name := range names(tree) {
		switch {
		case strings.HasPrefix(name, "css/staff/"):
			sheets[StaffStylesheet] = append(sheets[StaffStylesheet], name)
		case path.Ext(name) == ".css":
			sheets[Stylesheet] = append(sheets[Stylesheet], name)
		default:
			lib.add(name, read(tree, name))
		}
	}
	for name, parts := range sheets {
		lib.add(name, lib.join(tree, parts))
	}
	return lib
}

func (l library) add(name string, content []byte) {
	sum := sha256.Sum256(content)
	a := &asset{url: Prefix + hex.EncodeToString(sum[:6]) + "/" + name, plain: content}
	a.gzipped = sync.OnceValue(func() []byte {
		if small := pack(content); len(small) < len(content)*9/10 {
			return small
		}
		return nil
	})
	l.byName[name], l.byURL[a.url] = a, a
}

// join puts layers.css first, since it declares the order of the layers; the order of all other files is then free.
func (l library) join(tree fs.FS, sheets []string) []byte {
	const first = "css/layers.css"
	var all strings.Builder
	all.Write(read(tree, first))
	for _, name := range sheets {
		if name != first {
			all.Write(read(tree, name))
		}
	}
	css := tight(all.String())
	for name, a := range l.byName {
		css = strings.ReplaceAll(css, `url("`+name+`")`, `url("`+a.url+`")`)
	}
	return []byte(css)
}

// names lists the files of the tree below static, in lexical order. An embedded tree cannot fail to be read.
func names(tree fs.FS) []string {
	var all []string
	_ = fs.WalkDir(tree, "static", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all = append(all, strings.TrimPrefix(p, "static/"))
		}
		return err
	})
	return all
}

func read(tree fs.FS, name string) []byte {
	content, _ := fs.ReadFile(tree, "static/"+name)
	return content
}

// pack compresses as far as gzip can; writing to memory cannot fail.
func pack(content []byte) []byte {
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	_, _ = z.Write(content)
	_ = z.Close()
	return out.Bytes()
}

// contentType names the types itself, because the system's table differs from machine to machine.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".woff2":
		return "font/woff2"
	}
	return "text/plain; charset=utf-8"
}
