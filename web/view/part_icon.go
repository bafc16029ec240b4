package view

// IconName names a shape from Lucide (ISC licence, see static/img/LICENSE-Lucide.txt).
type IconName string

// The icons in use. They never stand without text.
const (
	IconSearch   IconName = "search"
	IconMenu     IconName = "menu"
	IconDownload IconName = "download"
	IconPrinter  IconName = "printer"
	IconFile     IconName = "file-text"
	IconScale    IconName = "scale"
	IconAlert    IconName = "circle-alert"
	IconPlus     IconName = "plus"
	IconDown     IconName = "arrow-down"
	IconUp       IconName = "arrow-up"
	IconHistory  IconName = "history"
	IconCheck    IconName = "check"
)

// iconPaths hold each shape as one path on a grid of 24, circles and rectangles written as arcs and lines.
var iconPaths = map[IconName]string{
	IconSearch:   "m21 21-4.34-4.34M11 3a8 8 0 1 0 0 16 8 8 0 1 0 0-16",
	IconMenu:     "M4 5h16M4 12h16M4 19h16",
	IconDownload: "M12 15V3M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4m4-5 5 5 5-5",
	IconPrinter:  "M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6M7 14h10a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1",
	IconFile:     "M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.7.7l3.6 3.6A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2zM14 2v5a1 1 0 0 0 1 1h5M10 9H8M16 13H8M16 17H8",
	IconScale:    "M12 3v18M19 8l3 8a5 5 0 0 1-6 0zV7M3 7h1a17 17 0 0 0 8-2 17 17 0 0 0 8 2h1M5 8l3 8a5 5 0 0 1-6 0zV7M7 21h10",
	IconAlert:    "M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M12 8v4M12 16h.01",
	IconPlus:     "M5 12h14M12 5v14",
	IconDown:     "M12 5v14M19 12l-7 7-7-7",
	IconUp:       "M12 19V5M5 12l7-7 7 7",
	IconHistory:  "M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8M3 3v5h5M12 7v5l4 2",
	IconCheck:    "M20 6 9 17l-5-5",
}

// markPath is the mark: two mirrored fans of quarter arcs, on a grid of 32.
const markPath = "M8.4 29V27A6.4 6.4 0 0 0 2 20.5M14.4 29V26.6A12.4 12.4 0 0 0 2 14.2M14.5 21.9A18.5 18.5 0 0 0 2 8.2M14.3 15.6A24.4 24.4 0 0 0 5 3M23.6 29V27A6.4 6.4 0 0 1 30 20.5M17.6 29V26.6A12.4 12.4 0 0 1 30 14.2M17.5 21.9A18.5 18.5 0 0 1 30 8.2M17.7 15.6A24.4 24.4 0 0 1 27 3"
