package i18n

// currencies are the names of the currencies that people here deal with, as they follow an amount, by ISO 4217 code.
var currencies = map[string]Text{
	"AUD": {"dolar Australia", "Australian dollars"},
	"CNY": {"yuan", "yuan"},
	"EUR": {"euro", "euros"},
	"GBP": {"pound sterling", "pounds sterling"},
	"IDR": {"rupiah", "rupiah"},
	"INR": {"rupee", "rupees"},
	"JPY": {"yen", "yen"},
	"KRW": {"won", "won"},
	"MYR": {"ringgit", "ringgit"},
	"RUB": {"rubel", "roubles"},
	"SGD": {"dolar Singapura", "Singapore dollars"},
	"USD": {"dolar AS", "US dollars"},
}

// Currency is the name of a currency behind an amount, its code where it is not a usual one.
func (l Lang) Currency(code string) string {
	if name, ok := currencies[code]; ok {
		return name.In(l)
	}
	return code
}
