// Command kotakembar is the public register of Bandung's sister-city partnerships: the site, its database and its desks in one
// program. Each subcommand has its file here; what they share is config.go and database.go.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// Exit codes.
const (
	exitOK     = 0
	exitFailed = 1 // it was tried and did not work
	exitUsage  = 2 // the command line or the settings are wrong
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	os.Exit(run(ctx, os.Args[1:], world{env: os.Getenv, in: os.Stdin, out: os.Stdout, err: os.Stderr}))
}

// world is all that a command touches beside files and network.
type world struct {
	env      func(string) string
	in       io.Reader
	out, err io.Writer
}

// command is one subcommand. Its run gets what follows its name.
type command struct {
	name, usage, about string
	run                func(ctx context.Context, args []string, w world) error
}

func commands() []command {
	return []command{
		{"serve", "serve", "run the site (this is also what happens without a command)", serve},
		{"migrate", "migrate up | down | status", "bring the database to the newest schema, take one step back, or list the steps", migrate},
		{"staff", "staff add EMAIL [--role editor|reviewer|administrator] [--name NAME] [--password-stdin]\n" +
			"  staff reset EMAIL [--password-stdin] [--clear-second-factor]\n  staff disable EMAIL",
			"add a person, give a new password, or close an account; without --password-stdin a one-time password is printed", staff},
		{"check", "check [--deploy] [--files]\n  check --backup FILE", "check settings and database; --deploy also warns about weak production settings, --files compares all kept files with their hashes, --backup reads such a file to its end and restores nothing", check},
		{"export", "export FILE", "write the whole register to a file that ends with .zip (CSV), .xlsx, .json, .ndjson, .sqlite or .geojson", exportFile},
		{"backup", "backup FILE", "write the whole database and all uploaded files to one file, or with - to the standard output, while the site runs; the file holds personal data and secrets: keep it safe", backupFile},
		{"restore", "restore FILE", "fill an empty database and the folder of files from such a file, or with - from the standard input", restoreFile},
		{"import", "import wikidata FILE --as EMAIL | --report [--city Q1234]",
			"compare the partner cities of an export of Wikidata (JSON of the home city, or CSV) with the register; differences become proposals in the name of EMAIL", importFile},
		{"bench-data", "bench-data [--partnerships 60000] [--seed 1] [--over-records]",
			"fill an empty register with a made-up world, to measure with; the same seed makes the same world", benchData},
		{"version", "version", "say which build this is", version},
	}
}

// run runs one command and returns the exit code.
func run(ctx context.Context, args []string, w world) int {
	if len(args) == 0 {
		args = []string{"serve"}
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		help(w.out)
		return exitOK
	}
	for _, c := range append(commands(), wordsCommand) {
		if c.name == args[0] {
			return finish(c, c.run(ctx, args[1:], w), w)
		}
	}
	fmt.Fprintf(w.err, "kotakembar: there is no command %q; see kotakembar --help\n", args[0])
	return exitUsage
}

// usageError is a command line that cannot be understood, in words for who typed it.
type usageError string

func (e usageError) Error() string { return string(e) }

func finish(c command, err error, w world) int {
	_, usage := errors.AsType[usageError](err)
	_, settings := errors.AsType[problems](err)
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintf(w.out, "Usage: kotakembar %s\n\n%s.\n", c.usage, c.about)
		return exitOK
	case usage:
		fmt.Fprintf(w.err, "kotakembar %s: %v\nUsage: kotakembar %s\n", c.name, err, c.usage)
		return exitUsage
	case settings:
		fmt.Fprintf(w.err, "kotakembar: %v\n", err)
		return exitUsage
	}
	fmt.Fprintf(w.err, "kotakembar %s: %v\n", c.name, err)
	return exitFailed
}

func help(to io.Writer) {
	fmt.Fprint(to, "kotakembar keeps and shows the register of Bandung's sister-city partnerships.\n\nUsage: kotakembar COMMAND\n\n")
	for _, c := range commands() {
		fmt.Fprintf(to, "  %s\n        %s\n", c.usage, c.about)
	}
	fmt.Fprint(to, "\nSettings come from the environment:\n\n")
	for _, s := range settings {
		fmt.Fprintf(to, "  %s\n        %s%s\n", s.name, s.meaning, defaultOf(s))
	}
}

func defaultOf(s setting) string {
	if s.standard == "" {
		return ""
	}
	return "; default: " + s.standard
}

// flags reads the flags of a command, which may stand before or after its words, and returns the words.
func flags(set *flag.FlagSet, args []string) (words []string, err error) {
	set.SetOutput(io.Discard)
	for {
		if err := set.Parse(args); errors.Is(err, flag.ErrHelp) {
			return nil, err
		} else if err != nil {
			return nil, usageError(err.Error())
		}
		if set.NArg() == 0 {
			return words, nil
		}
		words, args = append(words, set.Arg(0)), set.Args()[1:]
	}
}
