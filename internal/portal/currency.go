package portal

import "slices"

// Decimals is how many digits of an amount stand behind the point: amounts are of the smallest unit of their currency (ISO 4217). The
// rupiah's cents exist on paper only and are not counted in this register.
func Decimals(currency string) int {
	if slices.Contains([]string{"JPY", "KRW", "IDR", "VND", "CLP"}, currency) {
		return 0
	}
	return 2
}
