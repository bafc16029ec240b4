package view

import (
	"context"

	"kotakembar/internal/geo"
	"kotakembar/internal/i18n"
)

// Place is where one city lies on the globe, seen from the home city.
type Place struct {
	Home, City string
	At, From   geo.Point // the city, and the home city
	Distance   string    // 11.097 km
}

// placeShapes is the small map ready to be printed. The land below it is a picture of its own, so that pages need not carry it.
type placeShapes struct {
	arc, mark pathData
	x, y      string // of the home city
}

func (p Place) draw() placeShapes {
	var s placeShapes
	s.arc.arc(geo.Arc(p.From, p.At))
	at, home := geo.Project(p.At), geo.Project(p.From)
	s.mark.circle(at.X, at.Y, 15)
	s.x, s.y = number(home.X), number(home.Y)
	return s
}

// label is the drawing in one sentence, which also stands below it.
func (p Place) label(ctx context.Context) string {
	return i18n.T(ctx, "place.label", p.City, p.Home, p.Distance)
}

// placeRow is of how many rows of land the picture below the small map holds one: its lines would run together else.
const placeRow = 2

// landPicture is the picture as it stands in static/img/land.svg.
func landPicture() string {
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="` + mapBox() + `"><path fill="none" stroke="#000" stroke-width="6" stroke-linecap="round" d="` +
		string(drawLand(everyRow(geo.Land(), placeRow))) + `"/></svg>` + "\n"
}

// everyRow keeps the bands of each n-th row.
func everyRow(land []geo.Band, n int) []geo.Band {
	var kept []geo.Band
	row, last := -1, -1.0
	for _, b := range land {
		if b.Y != last {
			row, last = row+1, b.Y
		}
		if row%n == 0 {
			kept = append(kept, b)
		}
	}
	return kept
}
