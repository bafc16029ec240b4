// Package e2e reads and edits the register as people do: the whole program, in a real Chromium, over a real PostgreSQL.
//
// Here belong the journeys of citizens and staff, and what only a browser can tell: whether a page fits a narrow screen, works
// without JavaScript and by keyboard, prints, and breaks no rule of accessibility. What does not belong here: whatever a plain
// request can show, which stands beside the package that answers it.
//
// With KOTAKEMBAR_SHOTS=DIR every page that is visited is also kept there as a picture.
package e2e

import (
	"log/slog"
	"testing"

	"kotakembar/internal/store/storetest"
)

func TestMain(m *testing.M) {
	slog.SetLogLoggerLevel(slog.LevelWarn) // a line for each request would hide what matters
	storetest.Main(m, stopBrowser)
}
