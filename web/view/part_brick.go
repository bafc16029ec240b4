package view

// BrickSentence counts in one sentence what happened, each number with as many bricks.
type BrickSentence struct {
	Opening string // Sejak 2022 tercatat 23 kegiatan
	Groups  []BrickGroup
	Results string // how many have a result
}

// BrickGroup is one number of the sentence.
type BrickGroup struct {
	Before string // what parts it from the one before
	Number string // as a word
	Count  int
	What   Link // without an address where there is no list of just these
}

// mostDrawn is how many bricks of a group are drawn; a larger number is only said.
const mostDrawn = 40

// clusterHeight is two rows of bricks.
const clusterHeight = 20.0

// cluster is the bricks of a group in two rows, filled from below column by column, and how wide they stand.
func cluster(n int) (d pathData, width string) {
	for i := range n {
		d.rect(float64(i/2)*13, clusterHeight-9-float64(i%2)*11, 11, 9)
	}
	return d, number(float64((n+1)/2)*13 - 2)
}
