package public

import (
	"kotakembar/internal/geo"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// worldMap is the home city and the shown ones around it.
func (sh *sheet) worldMap(home *portal.Summary, shown []*portal.Summary) view.Map {
	var m view.Map
	if home != nil {
		m.Home = sh.mapCity(home.Name, home.Place)
	}
	for _, one := range shown {
		c := sh.mapCity(one.Name, one.Place)
		c.Light = lights[one.Label]
		if one.Standing == portal.Partner {
			c.Since = since(one.Begun)
		}
		m.Cities = append(m.Cities, c)
	}
	return m
}

func (sh *sheet) mapCity(name i18n.Text, at portal.Place) view.MapCity {
	return view.MapCity{
		Name: name.In(sh.lang), At: geo.Point{Lat: at.Lat, Lon: at.Lon},
		Anchor: at.Anchor, DX: float64(at.DX), DY: float64(at.DY), LabelOnPhone: at.OnPhone,
	}
}
