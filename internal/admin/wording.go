package admin

import (
	"unicode"
	"unicode/utf8"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// exchanged is what author and reviewer wrote to each other.
func exchanged(l i18n.Lang, c portal.Change) (words []string) {
	if c.Reason != "" {
		words = append(words, l.T("review.reason", c.Author, c.Reason))
	}
	if c.State == portal.Scheduled {
		words = append(words, scheduled(l, c))
	}
	if c.Held != "" && c.State.Open() {
		words = append(words, l.T("review.held."+c.Held))
	}
	if c.Urgent != "" {
		words = append(words, l.T("urgent.why", c.Urgent))
	}
	if c.RestID != 0 {
		words = append(words, l.T("review.in_part"))
	}
	if c.Note != "" {
		words = append(words, l.T("review.noted", c.Reviewer, c.Note))
	}
	return words
}

// scheduled says for when a change is approved, and by whom.
func scheduled(l i18n.Lang, c portal.Change) string {
	return l.T("review.scheduled", c.Reviewer, portal.When(l, c.PublishAt))
}

// origin says who made the change and when, and who decided.
func origin(l i18n.Lang, c portal.Change) string {
	if c.AuthorID == 0 && c.Author == portal.Seed {
		return l.T("review.seeded", portal.When(l, c.DecidedAt))
	}
	s := l.T("review.begun", c.Author, portal.When(l, c.CreatedAt))
	if !c.SubmittedAt.IsZero() {
		s = l.T("review.submitted", c.Author, portal.When(l, c.SubmittedAt))
	}
	if c.BegunBy != "" {
		s += " " + l.T("handover.from", c.BegunBy)
	}
	switch {
	case c.Unreviewed():
		return s + " " + l.T("urgent.published", portal.When(l, c.DecidedAt))
	case c.Urgent != "":
		return s + " " + l.T("urgent.published", portal.When(l, c.DecidedAt)) + " " + l.T("urgent.reviewed."+string(c.Hindsight), c.Reviewer, portal.When(l, c.ReviewedAt))
	}
	if c.Reviewer != "" && !c.DecidedAt.IsZero() {
		s += " " + l.T("review.decided", c.Reviewer, portal.When(l, c.DecidedAt))
	}
	return s
}

// capital writes the first letter large, as titles begin.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// changeTag tells where a change stands; what nobody has reviewed is told as that.
func changeTag(l i18n.Lang, c portal.Change) view.TagValue {
	if c.Unreviewed() {
		return stateTag(l, portal.Unreviewed)
	}
	return stateTag(l, c.State)
}

func stateTag(l i18n.Lang, s portal.State) view.TagValue {
	tones := map[portal.State]view.Tone{
		portal.Submitted: view.ToneWarn, portal.Returned: view.ToneAlert, portal.Unreviewed: view.ToneAlert, portal.Applied: view.ToneOn, portal.Draft: view.ToneLine, portal.Scheduled: view.ToneLine,
	}
	tone, ok := tones[s]
	if !ok {
		tone = view.ToneNeutral
	}
	return view.TagValue{Word: l.T("choice.state." + string(s)), Tone: tone}
}

// saved is what a page says after something was done; a word that is none of ours says nothing.
func saved(l i18n.Lang, what string) string {
	if key := "saved." + what; what != "" && i18n.Has(key) {
		return l.T(key)
	}
	return ""
}
