package admin

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// auditDays puts the lines under the days of the home city on which they were done.
func auditDays(l i18n.Lang, traces []portal.Trace) (days []view.AuditDay) {
	for _, t := range traces {
		at := t.DoneAt.In(portal.WIB)
		title := l.T("weekday."+strconv.Itoa(int(at.Weekday()))) + ", " + portal.On(at).In(l)
		if len(days) == 0 || days[len(days)-1].Title != title {
			days = append(days, view.AuditDay{Title: title})
		}
		last := &days[len(days)-1]
		last.Lines = append(last.Lines, auditLine(l, t))
	}
	return days
}

// nameTraces calls the records of changes by their names in the reader's language, where the trail names them at all.
func (o Office) nameTraces(ctx context.Context, traces []portal.Trace) error {
	var ids []int64
	for _, t := range traces {
		if t.AboutKind == portal.AboutChange && t.About != "" {
			ids = append(ids, t.AboutID)
		}
	}
	changes, err := o.Store.ChangesByID(ctx, ids)
	for i, t := range traces {
		if c, ok := changes[t.AboutID]; ok && t.AboutKind == portal.AboutChange && t.About != "" {
			traces[i].About = c.Called(i18n.From(ctx))
		}
	}
	return err
}

// auditLine is what was done as a sentence, cut in three where its middle is a link.
func auditLine(l i18n.Lang, t portal.Trace) view.AuditLine {
	const middle = "\x1f"
	at := t.DoneAt.In(portal.WIB)
	line := view.AuditLine{Time: portal.ClockTime(l, at), At: at.Format(time.RFC3339), Who: actorName(l, t)}
	if t.AboutKind == "" && t.About == "" || t.Kind == portal.TracePassword {
		line.Before = l.T("trace." + string(t.Kind))
	} else {
		line.Before, line.After, _ = strings.Cut(l.T("trace."+string(t.Kind), middle), middle)
		line.About = view.Link{Label: t.About, URL: auditLink(l, t)}
		if t.AboutKind == portal.AboutChange && t.About == "" {
			line.About = view.Link{Label: l.T("readers.hidden_name")}
		}
	}
	switch {
	case t.Kind == portal.TraceTaskGiven || t.Kind == portal.TraceBatchAssigned:
		line.After += l.T("trace.was_became", cmp.Or(t.Was, l.T("trace.nobody")), cmp.Or(t.Became, l.T("trace.nobody")))
	case t.Kind == portal.TraceHandedOver || t.Kind == portal.TraceRenamed || t.Kind == portal.TraceLanguage:
		line.After += l.T("trace.was_became", t.Was, t.Became)
	case t.Was != "":
		line.After += l.T("trace.was_became", accessName(l, t.Was), accessName(l, t.Became))
	case t.Became != "":
		line.After += l.T("trace.became", accessName(l, t.Became))
	}
	return line
}

func actorName(l i18n.Lang, t portal.Trace) string {
	switch {
	case t.Who != "":
		return t.Who
	case t.Kind == portal.TraceSignInRefused:
		return l.T("audit.unknown")
	}
	return l.T("audit.system")
}

func accessName(l i18n.Lang, access string) string {
	if !slices.Contains(portal.Roles, portal.Role(access)) {
		return l.T("audit.none_role")
	}
	return roleName(l, portal.Role(access))
}

// auditLink is where to look at what a line is about.
func auditLink(l i18n.Lang, t portal.Trace) string {
	id := strconv.FormatInt(t.AboutID, 10)
	switch t.AboutKind {
	case portal.AboutChange:
		return view.Admin(l, "changes", id)
	case portal.AboutStaff:
		return view.Admin(l, "staff", id)
	case portal.AboutLetter:
		return view.Admin(l, lettersRoute, id)
	}
	return ""
}

// tell adds to the audit trail what the reader does that leaves no other mark. About names it without contact data.
func (o Office) tell(ctx context.Context, kind portal.TraceKind, about string) error {
	done := portal.By(actor(ctx), kind)
	done.About = about
	return o.Store.Note(ctx, done)
}

// numbered names by its number what has no name that may stand in the audit trail.
func numbered(id int64) string { return "#" + strconv.FormatInt(id, 10) }
