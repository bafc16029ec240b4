package localpg

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

const (
	superuser = "kotakembar"
	database  = "kotakembar"
)

// create makes the cluster and its database under a passing name and then gives it its own in one step, so that a
// start that is killed half way leaves no half cluster.
func (s *Server) create(ctx context.Context) error {
	home := filepath.Dir(s.place.data)
	removeHalfMade(home)
	made, err := os.MkdirTemp(home, "new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(made) // finds nothing once it was renamed
	if err := s.place.user.own(made); err != nil {
		return err
	}
	if err := s.fill(ctx, made); err != nil {
		return err
	}
	if err := os.Rename(made, s.place.data); err != nil {
		return err
	}
	return syncFolder(home)
}

// fill makes the cluster and its database in an empty folder.
func (s *Server) fill(ctx context.Context, made string) error {
	if err := s.run(ctx, "", "initdb", s.initdbArguments(made)...); err != nil {
		return err
	}
	statement := "create database " + database + ";\n"
	return s.run(ctx, statement, "postgres", "--single", "-c", "exit_on_error=on", "-D", made, "postgres")
}

// removeHalfMade clears what killed starts left. A program of such a start may still be at work there, so what cannot
// be removed now is left to the next start.
func removeHalfMade(home string) {
	found, _ := filepath.Glob(filepath.Join(home, "new-*")) // the only error is a bad pattern
	for _, dir := range found {
		_ = os.RemoveAll(dir)
	}
}

func (s *Server) initdbArguments(dir string) []string {
	arguments := []string{
		"--pgdata=" + dir, "--username=" + superuser, "--auth-local=trust", "--auth-host=reject",
		"--data-checksums", "--encoding=UTF8", "--text-search-config=pg_catalog.simple",
	}
	arguments = append(arguments, localeArguments(s.bin.major, runtime.GOOS)...)
	if s.Volatile {
		arguments = append(arguments, "--no-sync", "--wal-segsize=1")
	}
	return arguments
}

// localeArguments choose to sort by code point, which no update of the system's libraries changes, and to know the
// letters of all languages. PostgreSQL brings such a locale itself from 17 on; macOS calls its own by another name.
func localeArguments(major int, system string) []string {
	switch {
	case major >= 17:
		return []string{"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"}
	case system == "darwin":
		return []string{"--locale=C", "--lc-ctype=UTF-8"}
	default:
		return []string{"--locale=C", "--lc-ctype=C.UTF-8"}
	}
}

// settings are the server's, said at each start rather than kept in the cluster, so that they are those of this program's
// version. Errors of statements are not logged: the caller has them, and they may hold personal data.
func (s *Server) settings() []string {
	all := []string{
		"listen_addresses=", "port=5432", "unix_socket_directories=" + quoteList(s.place.run), "unix_socket_permissions=0700",
		"timezone=UTC", "log_timezone=UTC", "log_destination=stderr", "logging_collector=off", "log_line_prefix=",
		"log_min_messages=log", "log_min_error_statement=panic", "log_checkpoints=off",
		"jit=off", "max_parallel_workers_per_gather=0", "random_page_cost=1.1",
	}
	if s.Volatile {
		return append(all,
			"fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0",
			"autovacuum=off", "shared_buffers=32MB", "max_connections=200", "max_wal_size=64MB")
	}
	return append(all,
		"fsync=on", "synchronous_commit=on", "full_page_writes=on", "shared_buffers=128MB", "effective_cache_size=512MB",
		"max_wal_size=512MB", "max_connections=60")
}

// quoteList quotes a path for a setting that holds a list.
func quoteList(path string) string {
	return `"` + strings.ReplaceAll(path, `"`, `""`) + `"`
}

func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil {
		return fmt.Errorf("sync %s: %w", dir, err)
	}
	return nil
}
