// Package migrations holds the database's schema and the facts it begins with, as numbered SQL files for goose.
//
// A file is one idea with a way up and a way down, and is never edited once released. What does not belong here: code.
package migrations

import "embed"

// FS holds the SQL files.
//
//go:embed *.sql
var FS embed.FS
