package portal

import (
	"slices"

	"kotakembar/internal/i18n"
)

// Decimals is how many digits of an amount stand behind the point: amounts are of the smallest unit of their currency (ISO 4217). The
// rupiah's cents exist on paper only and are not counted in this register.
func Decimals(currency string) int {
	if slices.Contains([]string{"JPY", "KRW", "IDR", "VND", "CLP"}, currency) {
		return 0
	}
	return 2
}

// Amount is an amount of the smallest unit of a currency as people write it: 60.000.000 yen.
func Amount(l i18n.Lang, n int64, currency string) string {
	if Decimals(currency) == 0 {
		return l.Number(n) + " " + l.Currency(currency)
	}
	return l.Decimal(float64(n)/100) + " " + l.Currency(currency)
}
