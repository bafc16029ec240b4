package view

// UnitChart draws a measure unit by unit: full boxes for what was achieved, pale ones for what was planned beyond it.
type UnitChart struct {
	Title    string
	Text     string // what a box is
	Label    string // the whole drawing in one sentence
	Note     string // how the two compare
	Planned  int    // 0 = no plan
	Achieved int    // 0 = none, or not reported
}

// Measures of the boxes in units: nineteen in a row.
const (
	unitRow    = 19
	unitPitchX = 42.0
	unitPitchY = 36.0
	unitWidth  = 34.0
	unitHeight = 29.0
)

// columns is how many boxes stand in a row.
func (c UnitChart) columns() int { return min(unitRow, max(c.Planned, c.Achieved)) }

func (c UnitChart) draw() (viewBox string, lit, unlit pathData) {
	all, columns := max(c.Planned, c.Achieved), c.columns()
	for i := range all {
		x, y := unitPitchX*float64(i%columns), unitPitchY*float64(i/columns)
		if i < c.Achieved {
			lit.rect(x, y, unitWidth, unitHeight)
		} else {
			unlit.rect(x, y, unitWidth, unitHeight)
		}
	}
	rows := (all + columns - 1) / columns
	return "0 0 " + number(unitPitchX*unitRow) + " " + number(unitPitchY*float64(rows)), lit, unlit
}

// PlanHouse is a building that was planned, dashed, beside the displays that are known to have opened, lit.
type PlanHouse struct {
	Floors int      // 0 draws nothing
	Names  []string // of the floors, from the ground up; empty where they are not told
	Opened int
	Label  string // the whole drawing in one sentence
	Text   string // how to read it
	Refs   []int  // of the plan
}

// Measures of the planned building in units.
const (
	planFloor   = 29.0
	planWall    = 136.0
	planWindows = 5
	planLeft    = 56.0 // room for the displays
	planRight   = 58.0 // room for the names of the floors
	shelfPitch  = 24.0
	shelfWidth  = 20.0
	shelfHeight = 6.0
	shelfRow    = 2
)

// planShapes are the parts of the drawing.
type planShapes struct {
	viewBox, wall, cornice  string
	floors, windows, ground pathData
	shelves                 pathData
	names                   []floorName
}

// floorName is the name of a floor beside it, as high as its windows.
type floorName struct{ text, x, y string }

func (h PlanHouse) draw() (out planShapes) {
	height, right := planFloor*float64(h.Floors), 2.0
	for i, name := range h.Names {
		right = planRight
		out.names = append(out.names, floorName{name, number(planWall + 8), number(height - planFloor*(float64(i)+.38))})
	}
	out.viewBox = number(-planLeft) + " -10 " + number(planLeft+planWall+right) + " " + number(height+13)
	round := number(min(corner, height/2))
	straight := number(planWall - min(corner, height/2))
	out.wall = "M0 " + number(height) + "V0H" + straight + "a" + round + " " + round + " 0 0 1 " + round + " " + round + "V" + number(height)
	out.cornice = "M6 -4H" + number(planWall-40) + "M14 -7.5H" + number(planWall-52)
	for i := range h.Floors {
		top := planFloor * float64(i)
		if i > 0 {
			out.floors.line(0, top, planWall)
		}
		windows := planWindows
		if i == 0 {
			windows-- // the corner of the roof is round
		}
		for w := range windows {
			out.windows.rect(9+25*float64(w), top+7, 18, 16)
		}
	}
	for i := range h.Opened {
		x := -planLeft + 6 + shelfPitch*float64(i%shelfRow)
		bottom := height - 3 - 18*float64(i/shelfRow)
		out.shelves.rect(x, bottom-shelfHeight, shelfWidth, shelfHeight)
		out.shelves.rect(x, bottom-2*shelfHeight-1.5, shelfWidth, shelfHeight)
	}
	out.ground.line(-planLeft, height, planWall+2)
	return out
}

// head puts the drawing beside the words where there is one.
func (p ProgramPage) head() PageHead {
	h := p.Head
	if p.House.Floors > 0 {
		h.Aside = planHouse(p.House)
	}
	return h
}
