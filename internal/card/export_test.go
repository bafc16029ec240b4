package card

import "image/color"

// Unread is what is left of path data where reading ends.
func Unread(data string) []string {
	r := reader{words: pathWords.FindAllString(data, -1)}
	r.read()
	return r.words
}

// Letters is the number of fonts that the typefaces found.
func Letters() int { return len(display().fonts) + len(regular().fonts) + len(strong().fonts) }

// Colours are the ground and the inks by the names that the style sheet gives them.
func Colours() map[string]color.RGBA {
	return map[string]color.RGBA{
		"stage": stage, "on-stage": shades[OnStage], "on-stage-2": shades[OnStage2], "lamp": shades[Lamp],
		"stage-unlit": shades[StageUnlit], "paper": shades[Paper],
	}
}

// Take takes a seat until it is given back.
func (s *Studio) Take() (giveBack func()) {
	s.seats <- struct{}{}
	return func() { <-s.seats }
}

// Held is how many bytes are remembered.
func (s *Studio) Held() int { return s.held }
