package main

import (
	"fmt"
	"log/slog"
	"net"
	"net/mail"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"kotakembar/internal/auth"
	"kotakembar/internal/identity"
	post "kotakembar/internal/mail"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/server"
	"kotakembar/internal/store"
)

// problems is everything that is wrong with the settings.
type problems []string

func (p problems) Error() string {
	return "the settings cannot be used:\n  - " + strings.Join(p, "\n  - ")
}

func (p *problems) add(format string, args ...any) { *p = append(*p, fmt.Sprintf(format, args...)) }

// reader reads settings and collects what is wrong with them. A message never repeats the value of a secret.
type reader struct {
	env func(string) string
	problems
}

func (r *reader) text(name string) string {
	if v := strings.TrimSpace(r.env(name)); v != "" {
		return v
	}
	for _, s := range settings {
		if s.name == name {
			return s.standard
		}
	}
	return ""
}

// readConfig reads all settings and names every problem at once.
func readConfig(env func(string) string) (config, error) {
	r := &reader{env: env}
	c := config{
		databaseURL: r.database("DATABASE_URL"),
		readURL:     r.database("DATABASE_READ_URL"),
		addr:        r.address("KOTAKEMBAR_ADDR"),
		baseURL:     r.baseURL(),
		data:        r.text("KOTAKEMBAR_DATA"),
		adminEmail:  r.adminEmail(),
		postgresBin: r.text("KOTAKEMBAR_POSTGRES_BIN"),
		proxies:     r.proxies(),
		solo:        r.yes("KOTAKEMBAR_SOLO_REVIEW"),
		factor:      r.factor(),
		passwords:   r.passwords(),
		identity:    r.identity(),
		contactDays: r.days("KOTAKEMBAR_CONTACT_DAYS"),
		auditYears:  r.upTo("KOTAKEMBAR_AUDIT_YEARS", 30, "years"),
		apiRate:     r.count("KOTAKEMBAR_API_RATE"),
		jobs:        r.yes("KOTAKEMBAR_JOBS"),
		slow:        time.Duration(r.count("KOTAKEMBAR_SLOW_QUERY")) * time.Millisecond,
		metricsAddr: r.address("KOTAKEMBAR_METRICS_ADDR"),
		mail:        r.mail(),
		drain:       time.Duration(r.between("KOTAKEMBAR_DRAIN", 0, 60, "seconds")) * time.Second,
	}
	if c.readURL != "" && c.databaseURL == "" {
		r.add("DATABASE_READ_URL needs DATABASE_URL: the private database has no copies")
	}
	c.files, c.filesKey = r.files()
	c.adminPassword = r.env("KOTAKEMBAR_ADMIN_PASSWORD")
	c.roles = r.roles(c)
	c.hosts = r.hosts(c)
	c.logJSON, c.logLevel = r.log()
	if len(r.problems) > 0 {
		return c, r.problems
	}
	return c, nil
}

// database is the address of a database; empty where none is set.
func (r *reader) database(name string) string {
	address := r.text(name)
	if address == "" {
		return ""
	}
	if pool, err := store.Open(address); err != nil {
		r.add("%s is no address of a PostgreSQL database, such as postgres://name:password@host:5432/kotakembar", name)
	} else {
		pool.Close()
	}
	return address
}

// files are the bucket of uploaded files and its key; empty where they lie in a folder.
func (r *reader) files() (address string, key media.Key) {
	address = r.text("KOTAKEMBAR_FILES")
	key = media.Key{ID: r.text("KOTAKEMBAR_FILES_KEY"), Secret: r.text("KOTAKEMBAR_FILES_SECRET")}
	if address == "" {
		return "", key
	}
	if err := media.CheckBucket(address); err != nil {
		r.add("KOTAKEMBAR_FILES cannot be used: %v", err)
	}
	if key.ID == "" || key.Secret == "" {
		r.add("KOTAKEMBAR_FILES needs KOTAKEMBAR_FILES_KEY and KOTAKEMBAR_FILES_SECRET")
	}
	return address, key
}

// address is one to listen on; empty where none is set.
func (r *reader) address(name string) string {
	v := r.text(name)
	if v == "" {
		return v
	}
	_, port, err := net.SplitHostPort(v)
	if err == nil {
		_, err = net.LookupPort("tcp", port)
	}
	if err != nil {
		r.add("%s is %q, but must be an address and a port, such as 127.0.0.1:8080", name, v)
	}
	return v
}

func (r *reader) baseURL() string {
	v := strings.TrimSuffix(r.text("KOTAKEMBAR_BASE_URL"), "/")
	if v == "" {
		return ""
	}
	u, err := url.Parse(v)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || v != u.Scheme+"://"+u.Host {
		r.add("KOTAKEMBAR_BASE_URL is %q, but must be https:// (or http://) and a host, without a path", v)
	}
	return v
}

func (r *reader) adminEmail() string {
	v := r.text("KOTAKEMBAR_ADMIN_EMAIL")
	if _, err := mail.ParseAddress(v); err != nil {
		r.add("KOTAKEMBAR_ADMIN_EMAIL is %q, which is no email address", v)
	}
	return v
}

// mail is the mail server; nil where none is set.
func (r *reader) mail() *post.Server {
	address := r.text("KOTAKEMBAR_SMTP_URL")
	if address == "" {
		return nil
	}
	s, err := post.Open(address, r.text("KOTAKEMBAR_MAIL_FROM"))
	if err != nil {
		r.add("KOTAKEMBAR_SMTP_URL and KOTAKEMBAR_MAIL_FROM cannot be used: %v", err)
	}
	return s
}

// passwords are the rules of new passwords.
func (r *reader) passwords() auth.PasswordRules {
	return auth.PasswordRules{
		Min:   r.between("KOTAKEMBAR_PASSWORD_MIN", auth.LeastMin, auth.MostMin, "characters"),
		Max:   r.between("KOTAKEMBAR_PASSWORD_MAX", auth.LeastMax, auth.MostMax, "characters"),
		Kinds: r.upTo("KOTAKEMBAR_PASSWORD_MIX", auth.Kinds, "kinds of signs"),
		Days:  r.count("KOTAKEMBAR_PASSWORD_DAYS"),
	}
}

func (r *reader) proxies() (networks []netip.Prefix) {
	for _, v := range list(r.text("KOTAKEMBAR_TRUSTED_PROXIES")) {
		network, err := netip.ParsePrefix(v)
		if addr, one := netip.ParseAddr(v); one == nil {
			network, err = netip.PrefixFrom(addr, addr.BitLen()), nil
		}
		if err != nil {
			r.add("KOTAKEMBAR_TRUSTED_PROXIES holds %q, but must hold networks such as 10.0.0.0/8 or single addresses", v)
			continue
		}
		networks = append(networks, network.Masked())
	}
	return networks
}

// hosts are the names by which the site may be asked for.
func (r *reader) hosts(c config) []string {
	hosts := []string{"localhost", "127.0.0.1", "::1"}
	for _, v := range list(r.text("KOTAKEMBAR_HOSTS")) {
		if strings.ContainsAny(v, "/ *") {
			r.add("KOTAKEMBAR_HOSTS holds %q, but must hold host names such as kembar.example", v)
			continue
		}
		hosts = append(hosts, server.HostName(v))
	}
	if u, err := url.Parse(c.baseURL); err == nil && u.Hostname() != "" {
		hosts = append(hosts, u.Hostname())
	}
	if host, _, err := net.SplitHostPort(c.addr); err == nil && host != "" {
		hosts = append(hosts, host)
	}
	return hosts
}

func (r *reader) yes(name string) bool {
	switch v := r.text(name); v {
	case "true", "1":
		return true
	case "false", "0":
	default:
		r.add("%s is %q, but must be true or false", name, v)
	}
	return false
}

// factor is the role from which on staff need a second factor.
func (r *reader) factor() portal.Role {
	switch v := r.text("KOTAKEMBAR_SECOND_FACTOR"); v {
	case "none":
	case "reviewers":
		return portal.Reviewer
	case "everybody":
		return portal.Editor
	default:
		r.add("KOTAKEMBAR_SECOND_FACTOR is %q, but must be none, reviewers or everybody", v)
	}
	return ""
}

// identity is the single sign-on; nil where none is set.
func (r *reader) identity() *identity.Provider {
	issuer := r.text("KOTAKEMBAR_OIDC_ISSUER")
	if issuer == "" {
		return nil
	}
	if r.text("KOTAKEMBAR_BASE_URL") == "" {
		r.add("KOTAKEMBAR_OIDC_ISSUER needs KOTAKEMBAR_BASE_URL, to which people come back from it")
	}
	p, err := identity.New(issuer, r.text("KOTAKEMBAR_OIDC_CLIENT"), r.text("KOTAKEMBAR_OIDC_SECRET"), time.Now)
	if err != nil {
		r.add("KOTAKEMBAR_OIDC_ISSUER with its client and secret cannot be used: %v", err)
	}
	return p
}

// roles are what the single sign-on says of roles; nil where it says nothing.
func (r *reader) roles(c config) map[string]portal.Role {
	v := r.text("KOTAKEMBAR_OIDC_ROLES")
	if v == "" {
		return nil
	}
	claim, pairs, _ := strings.Cut(v, " ")
	roles := map[string]portal.Role{}
	for _, pair := range list(pairs) {
		at := strings.LastIndex(pair, "=")
		if role := portal.Role(pair[at+1:]); at > 0 && slices.Contains(portal.Roles, role) {
			roles[pair[:at]] = role
			continue
		}
		r.add("KOTAKEMBAR_OIDC_ROLES holds %q, but must hold values and roles, such as kembar-editor=editor", pair)
	}
	switch {
	case r.text("KOTAKEMBAR_OIDC_ISSUER") == "":
		r.add("KOTAKEMBAR_OIDC_ROLES needs KOTAKEMBAR_OIDC_ISSUER, which gives them")
	case len(roles) == 0:
		r.add("KOTAKEMBAR_OIDC_ROLES is %q, but must be a claim and its values, such as groups kembar-editor=editor", v)
	case c.identity != nil:
		c.identity.Reading(claim)
	}
	return roles
}

// days is a number of days, two years at the most.
func (r *reader) days(name string) int { return r.upTo(name, 731, "days") }

// upTo is a number of something, one at the least.
func (r *reader) upTo(name string, most int, unit string) int { return r.between(name, 1, most, unit) }

func (r *reader) between(name string, least, most int, unit string) int {
	v := r.text(name)
	n, err := strconv.Atoi(v)
	if err != nil || n < least || n > most {
		r.add("%s is %q, but must be a number of %s from %d to %d", name, v, unit, least, most)
	}
	return n
}

func (r *reader) count(name string) int {
	v := r.text(name)
	n, err := strconv.Atoi(v)
	if err != nil || n < 0 {
		r.add("%s is %q, but must be a whole number, or 0", name, v)
	}
	return n
}

func (r *reader) log() (json bool, level slog.Level) {
	v := r.text("KOTAKEMBAR_LOG")
	form, wanted, given := strings.Cut(v, ",")
	if form != "text" && form != "json" || given && level.UnmarshalText([]byte(strings.TrimSpace(wanted))) != nil {
		r.add("KOTAKEMBAR_LOG is %q, but must be text or json, and may name a level: debug, info, warn or error", v)
	}
	return form == "json", level
}

func list(v string) (parts []string) {
	for part := range strings.SplitSeq(v, ",") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}
