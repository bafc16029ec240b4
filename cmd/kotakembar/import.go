package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/wikidata"
	"kotakembar/web/view"
)

// mostOfFile is how much of an export is read; the entity of a large city has less than a tenth of it.
const mostOfFile = 32 << 20

// importFile sets a file of others beside the register and hands the differences in as proposals. It never overwrites anything.
func importFile(ctx context.Context, args []string, w world) error {
	set := flag.NewFlagSet("import", flag.ContinueOnError)
	as := set.String("as", "", "")
	only := set.Bool("report", false, "")
	city := set.String("city", "", "")
	words, err := flags(set, args)
	switch {
	case err != nil:
		return err
	case len(words) != 2 || words[0] != "wikidata":
		return usageError("say wikidata and name one file")
	case *as == "" && !*only:
		return usageError("say by --as EMAIL in whose name the differences are proposed, or --report to see them alone")
	}
	c, err := readConfig(w.env)
	if err != nil {
		return err
	}
	file, err := readUpTo(words[1], mostOfFile)
	if err != nil {
		return err
	}
	return withDatabase(ctx, w, func(ctx context.Context, d database) error {
		if err := upToDate(ctx, d); err != nil {
			return err
		}
		r := wikidataRun{st: store.New(d.Pool), out: w.out, site: c.baseURL, city: *city}
		return r.run(ctx, file, *as)
	})
}

func readUpTo(path string, most int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	bytes, err := io.ReadAll(io.LimitReader(file, most+1))
	if err == nil && int64(len(bytes)) > most {
		err = fmt.Errorf("%s is larger than %d MB", path, most>>20)
	}
	return bytes, err
}

// wikidataRun is one comparison with Wikidata.
type wikidataRun struct {
	st   *store.Store
	out  io.Writer
	site string // scheme and host of the site, where they are set
	city string // number of the home city in Wikidata, where the register does not say it yet
}

func (r wikidataRun) run(ctx context.Context, file []byte, email string) error {
	home, err := r.st.Home(ctx)
	if err != nil {
		return err
	}
	if home.WikidataID = cmp.Or(home.WikidataID, r.city); home.WikidataID == "" {
		return errors.New("the register does not know the number of the home city in Wikidata; add it in its form, or say it by --city")
	}
	twins, err := wikidata.Read(file, home.WikidataID)
	if err != nil {
		return err
	}
	cities, err := r.st.Cities.All(ctx)
	if err != nil {
		return err
	}
	agreements, err := r.st.Agreements.All(ctx)
	if err != nil {
		return err
	}
	found := wikidata.Compare(twins, cities, agreements)
	fmt.Fprintf(r.out, "%s (%s): %d partner cities in the file\n\n", home.Name.EN, home.WikidataID, len(twins))
	for _, d := range found {
		fmt.Fprintln(r.out, findingLine(d))
	}
	if email == "" {
		return nil
	}
	return r.propose(ctx, home, found, email)
}

func (r wikidataRun) propose(ctx context.Context, home portal.City, found []wikidata.Difference, email string) error {
	person, err := r.st.StaffByEmail(ctx, strings.ToLower(email))
	if errors.Is(err, portal.ErrNotFound) || err == nil && person.Disabled {
		return fmt.Errorf("there is nobody of the staff with the address %s", email)
	}
	if err != nil {
		return err
	}
	p, err := wikidata.Propose(ctx, r.st, portal.Actor{ID: person.ID, Name: person.Name, Role: person.Role}, home, found)
	if unfit, ok := errors.AsType[*store.Unfit](err); ok {
		for _, why := range unfit.Why {
			fmt.Fprintf(r.out, "!  %v\n", inWords(why))
		}
		return errors.New("nothing was proposed, because the changes above cannot be handed in")
	}
	if err != nil {
		return err
	}
	if p.Changes == 0 {
		fmt.Fprintln(r.out, "\nNothing to propose.")
		return nil
	}
	fmt.Fprintf(r.out, "\nProposed as one set of changes: %d. Review it at %s%s\n", p.Changes, r.site, view.Admin(i18n.ID, "batches", fmt.Sprint(p.Batch.ID)))
	if p.Waiting {
		fmt.Fprintln(r.out, "Cities and dates need a source that says them; the set brings it. Run this again once it is published.")
	}
	return nil
}

// findingLine is one finding as a line of the report.
func findingLine(d wikidata.Difference) string {
	name := cmp.Or(d.City.Name.EN, d.Twin.Name.EN, d.Twin.ID)
	if id := cmp.Or(d.Twin.ID, d.City.WikidataID); id != "" && id != name {
		name += " (" + id + ")"
	}
	switch d.Finding {
	case wikidata.Agrees:
		return "=  " + name
	case wikidata.OtherDate:
		return fmt.Sprintf("~  %s: %s %s in Wikidata, %s in the register", name, d.Field, d.Theirs, cmp.Or(string(d.Ours), "unknown"))
	case wikidata.Unnumbered:
		return "~  " + name + ": known here by its name, without its number in Wikidata"
	case wikidata.NoPaper:
		return "?  " + name + ": no signed sister-city paper here (" + string(d.City.Standing) + ")" + saidOf(d.Twin)
	case wikidata.NotHere:
		return "+  " + name + ": not in the register" + saidOf(d.Twin)
	case wikidata.OnlyHere:
		return "-  " + name + ": a partner here, not in the file"
	}
	return "?  " + name + ": not in the register; the file says too little of it to propose anything (country and name)"
}

// saidOf is what the file says of a partner beside its name, empty where that is nothing.
func saidOf(t wikidata.Twin) string {
	if !t.Evidenced() {
		return ""
	}
	parts := t.References
	if t.Start != "" || t.End != "" {
		parts = slices.Insert(slices.Clone(parts), 0, cmp.Or(string(t.Start), "?")+" to "+cmp.Or(string(t.End), "?"))
	}
	return "; " + strings.Join(parts, ", ")
}
