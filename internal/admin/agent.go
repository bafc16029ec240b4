package admin

import (
	"strings"

	"kotakembar/internal/i18n"
)

// sign is a word in what a browser calls itself, and the name that people know it by.
type sign struct{ word, name string }

// browsers and systems in the order in which they are looked for: each calls itself by the names of those that it resembles as well.
var (
	browsers = []sign{
		{"EdgA/", "Edge"}, {"EdgiOS/", "Edge"}, {"Edg/", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser/", "Samsung Internet"}, {"UCBrowser/", "UC Browser"},
		{"FxiOS/", "Firefox"}, {"Firefox/", "Firefox"}, {"CriOS/", "Chrome"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"},
	}
	systems = []sign{
		{"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Android", "Android"}, {"CrOS", "ChromeOS"}, {"Windows", "Windows"}, {"Mac OS X", "macOS"},
		{"Macintosh", "macOS"}, {"Linux", "Linux"},
	}
)

// agentName says which browser on which system calls itself so, as far as it can be told. It is what the browser claims, and proves nothing.
func agentName(l i18n.Lang, agent string) string {
	browser, system := foundIn(browsers, agent), foundIn(systems, agent)
	switch {
	case browser == "" && system == "":
		return l.T("security.agent_none")
	case browser == "":
		return l.T("security.agent_on", l.T("security.agent_some"), system)
	case system == "":
		return browser
	}
	return l.T("security.agent_on", browser, system)
}

func foundIn(signs []sign, agent string) string {
	for _, s := range signs {
		if strings.Contains(agent, s.word) {
			return s.name
		}
	}
	return ""
}
