package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"kotakembar/internal/auth"
	"kotakembar/internal/store"
)

// check reads the settings, asks the database, with --deploy warns about settings that are weak in production, and with --files looks
// at every kept file. With --backup it reads a backup, and nothing else.
func check(ctx context.Context, args []string, w world) error {
	set := flag.NewFlagSet("check", flag.ContinueOnError)
	deploy, files, archive := set.Bool("deploy", false, ""), set.Bool("files", false, ""), set.String("backup", "", "")
	if words, err := flags(set, args); err != nil {
		return err
	} else if len(words) > 0 {
		return usageError(fmt.Sprintf("it takes no %q", words[0]))
	}
	if *archive != "" {
		return checkBackup(ctx, *archive, w)
	}
	c, err := readConfig(w.env)
	if err != nil {
		return err
	}
	fmt.Fprintln(w.out, "settings: fine")
	weak := 0
	if *deploy {
		weak = warn(c, w)
	}
	err = withDatabase(ctx, w, func(ctx context.Context, d database) error {
		if err := checkDatabase(ctx, d, w); err != nil {
			return fmt.Errorf("database: %w", err)
		}
		if *files {
			return checkFiles(ctx, c, d, w)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if weak > 0 {
		return fmt.Errorf("%d of the settings are weak for production", weak)
	}
	return nil
}

// checkDatabase asks what the site asks before it opens, and for one page.
func checkDatabase(ctx context.Context, d database, w world) error {
	const patience = 10 * time.Second
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if err := upToDate(ctx, d); err != nil {
		return err
	}
	st := store.New(d.Pool)
	if _, err := st.Home(ctx); err != nil {
		return fmt.Errorf("the city that the register is about: %w", err)
	}
	people, err := st.Staff(ctx)
	if err != nil {
		return err
	}
	if len(people) == 0 {
		return errors.New("there is no staff yet; start the site once, or run kotakembar staff add")
	}
	fmt.Fprintf(w.out, "database: fine, %d people keep the register\n", len(people))
	return nil
}

// weakness is one thing that is fine on a desk and not in production. Numbers stay for ever, so that they can be looked up.
type weakness struct {
	number string
	found  func(config) bool
	advice string
}

var weaknesses = []weakness{
	{"KK01", func(c config) bool { return !strings.HasPrefix(c.baseURL, "https://") },
		"KOTAKEMBAR_BASE_URL is not an https address: links in pages are not the public ones, and staff can sign in on this machine alone"},
	{"KK02", func(c config) bool { return !filepath.IsAbs(c.data) },
		"KOTAKEMBAR_DATA is no absolute path: files land where the program happens to be started"},
	{"KK03", func(c config) bool { return c.databaseURL == "" },
		"DATABASE_URL is not set: the private database lives on this machine alone, without replicas; see that its folder is backed up"},
	{"KK04", func(c config) bool { return len(c.proxies) == 0 && auth.Loopback(c.addr) },
		"KOTAKEMBAR_TRUSTED_PROXIES is not set: behind a proxy all readers share one address, so that one person's failed sign-ins lock out everybody"},
	{"KK05", func(c config) bool { return !auth.Loopback(c.addr) && len(c.proxies) == 0 },
		"the program listens to the network without TLS and without trusted proxies: put TLS in front, and name the proxy in KOTAKEMBAR_TRUSTED_PROXIES"},
	{"KK06", func(c config) bool { return c.solo },
		"KOTAKEMBAR_SOLO_REVIEW is on: people publish their own changes without a second pair of eyes"},
	{"KK07", func(c config) bool { return c.adminPassword != "" },
		"KOTAKEMBAR_ADMIN_PASSWORD is set: it is needed at the first start only; take it away afterwards"},
	{"KK08", func(c config) bool { return strings.HasSuffix(c.adminEmail, ".local") },
		"KOTAKEMBAR_ADMIN_EMAIL is the default: the first administrator should be a person"},
	{"KK09", inTheClear,
		"DATABASE_URL or DATABASE_READ_URL goes to another machine without verified TLS: add sslmode=verify-full"},
	{"KK10", func(c config) bool { return !c.logJSON },
		"KOTAKEMBAR_LOG is not json: the lines are for people, and harder to search"},
	{"KK11", func(c config) bool { return c.factor == "" },
		"KOTAKEMBAR_SECOND_FACTOR is none: somebody who learns the password of a reviewer or an administrator can publish; set it to reviewers or everybody"},
	{"KK12", func(c config) bool { return c.metricsAddr != "" && !auth.Loopback(c.metricsAddr) },
		"KOTAKEMBAR_METRICS_ADDR listens to the network: see that only what collects the numbers can reach it"},
}

// warn prints what is weak and returns how much.
func warn(c config, w world) (n int) {
	for _, weak := range weaknesses {
		if weak.found(c) {
			fmt.Fprintf(w.out, "%s  %s\n", weak.number, weak.advice)
			n++
		}
	}
	return n
}

// inTheClear tells whether the way to the database or to its copies could be overheard or led astray.
func inTheClear(c config) bool { return unprotected(c.databaseURL) || unprotected(c.readURL) }

func unprotected(address string) bool {
	if address == "" {
		return false
	}
	pool, err := store.Open(address)
	if err != nil {
		return false
	}
	defer pool.Close()
	at := pool.Config().ConnConfig
	if strings.HasPrefix(at.Host, "/") || auth.Loopback(at.Host) {
		return false
	}
	return at.TLSConfig == nil || at.TLSConfig.InsecureSkipVerify
}
