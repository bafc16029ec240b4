package public

import (
	"kotakembar/internal/geo"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// worldMap is the home city, which is among all ties, and the shown ones around it.
func (sh *sheet) worldMap(all, shown []portal.Tie) view.Map {
	var m view.Map
	for _, t := range all {
		if t.City.IsHome {
			m.Home = sh.mapCity(t.City)
		}
	}
	for _, t := range shown {
		c := sh.mapCity(t.City)
		c.Light = sh.vitality(t).Light
		if t.City.Standing == portal.Partner {
			c.Since = since(t.Start(sh.now))
		}
		m.Cities = append(m.Cities, c)
	}
	return m
}

func (sh *sheet) mapCity(c portal.City) view.MapCity {
	return view.MapCity{
		Name: c.Name.In(sh.lang), At: geo.Point{Lat: c.Lat, Lon: c.Lon},
		Anchor: c.LabelAnchor, DX: float64(c.LabelDX), DY: float64(c.LabelDY), LabelOnPhone: c.LabelOnPhone,
	}
}
