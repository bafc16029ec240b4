package geo

// Band is a horizontal stretch of land on the map.
type Band struct{ X, Y, Length float64 }

// The rows of land stand 7 units apart.
const (
	landTop  = 3.5
	landStep = 7.0
)

// Land is the land of the world as bands, from north to south and within a row from left to right.
func Land() []Band {
	var all []Band
	for i, row := range landRows {
		for j := 0; j < len(row); j += 2 {
			all = append(all, Band{X: row[j], Y: landTop + landStep*float64(i), Length: row[j+1]})
		}
	}
	return all
}
