package guess

import "strings"

// shortest is how many signs make a pattern.
const shortest = 3

// repeated tells whether the signs say again what stands just before them.
func repeated(all []rune, start, end int) bool {
	n := end - start
	return start >= n && string(all[start-n:start]) == string(all[start:end])
}

// run tells whether each sign follows the one before by the same step: aaa, abc, 987, 2468.
func run(signs []rune) bool {
	if len(signs) < shortest {
		return false
	}
	step := signs[1] - signs[0]
	if step < -2 || step > 2 {
		return false
	}
	for i := 2; i < len(signs); i++ {
		if signs[i]-signs[i-1] != step {
			return false
		}
	}
	return true
}

// ways are those that fingers take over a keyboard, there and back.
var ways = thereAndBack(
	"`1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", "q1w2e3r4t5y6u7i8o9p0", "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujmikolp",
	"!@#$%^&*()_+", "qweasdzxc", "147258369", "123qweasdzxc",
)

func thereAndBack(all ...string) (both []string) {
	for _, way := range all {
		var back strings.Builder
		for i := len(way) - 1; i >= 0; i-- {
			back.WriteByte(way[i])
		}
		both = append(both, way, back.String())
	}
	return both
}

func neighbours(signs string) bool {
	if len(signs) < shortest {
		return false
	}
	for _, way := range ways {
		if strings.Contains(way, signs) {
			return true
		}
	}
	return false
}

// year tells whether four digits are a year in which people are born or things happen.
func year(signs string) bool {
	return len(signs) == 4 && digits(signs) && (signs[:2] == "19" || signs[:2] == "20")
}

// date tells whether digits are a day as people write it: 17081945, 19450817, 170845.
func date(signs string) bool {
	if !digits(signs) {
		return false
	}
	switch len(signs) {
	case 6:
		return dayAndMonth(signs[:2], signs[2:4])
	case 8:
		return dayAndMonth(signs[:2], signs[2:4]) && year(signs[4:]) || dayAndMonth(signs[6:], signs[4:6]) && year(signs[:4])
	}
	return false
}

func dayAndMonth(day, month string) bool {
	return day >= "01" && day <= "31" && month >= "01" && month <= "12"
}

func digits(signs string) bool { return strings.Trim(signs, "0123456789") == "" }
