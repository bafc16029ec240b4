package globe

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// tongue makes names that sound and look like those of a language. Each piece is its Latin letters and, after a slash, its own.
type tongue struct {
	lang        string // BCP 47, of names in a script of their own; else empty
	first, last []string
	ends        []string // endings that some names have
}

// piece is part of a name.
type piece struct{ latin, own string }

func cut(said string) piece {
	latin, own, _ := strings.Cut(said, "/")
	return piece{latin, own}
}

func list(said string) []string { return strings.Fields(said) }

var tongues = map[string]tongue{
	"en": {first: list("Ash Black Brook Clare East Elm Fair Glen Green Hart King Lake Maple New North Oak Red River Salt Spring Stone Wood West Win Bay"),
		last: list("bury ton field ford ham port ville dale wood worth mouth stead bridge haven cliff burg land side view gate")},
	"de": {first: list("Alten Bad- Berg Brei Dorn Eber Frei Grün Hagen Hohen Kirch Klein- Lauter Mühl Neu Ober Rosen Schön Stein Unter Wald Weiß Winter Königs"),
		last: list("stadt burg heim feld furt berg hausen bach brück dorf tal ingen au see kirchen rode hafen münster")},
	"fr": {first: list("Beau Belle- Mont Saint- Châteauneuf- Ville Roche Bourg- Cler Fontaine- Grand- Haute- La-Croix- Long Mar Neuf Pont- Val Vieux- Ver"),
		last: list("mont ville court sur-Loire fort champ lieu bois ac ais igny ours ence val eray oise anne ières")},
	"it": {first: list("Alta Bel Borgo- Casal Castel Civita Fonte Gal Mar Monte Nova Pietra Ponte Roc San- Santa- Torre Val Villa Ver"),
		last: list("franca monte rosa nero bello maggiore ina etto ano esi olo ara ense icella ovia ighe uno")},
	"es": {first: list("Alta Buena Campo Cerro Ciudad- El- La- Las- Los- Mira Monte Nueva- Puerto- Río- San- Santa- Val Villa Alto"),
		last: list("vista flores verde hermosa rosa lobos cruz blanca mar negro paz ribera ejo alegre llana olmos pinar")},
	"pt": {first: list("Alto Bela- Boa- Campo- Monte Nova- Porto- Ribeira- Santa- São- Serra- Vila- Água- Pedra Barra"),
		last: list("verde real grande vista lima dourado seco alegre mar branca funda flor ama alva nova")},
	"pl": {first: list("Biał Boh Brze Czer Dąb Dobr Gorz Jar Kali Kost Leś Lub Mor Nov Ostr Pop Rad Sand Star Tar Wil Zam Žel"),
		last: list("owice ów sko nica ice ino ava any omierz ograd ovec ošice ec owo ica any")},
	"hu": {first: list("Bal Bék Deb Eger Fehér Gyön Hajdú Kecs Kis Nagy Nyír Sop Szeg Tat Vár Vesz Zala Kap"),
		last: list("város vár falu háza szeg ény rémi kút halom mező hely gyöngy és")},
	"no": {first: list("Berg Elve Fager Gull Hav Kongs Kron Lille Lunde Nord Sand Sol Stor Sund Søder Trond Vest Øster Änge"),
		last: list("sund fjord vik heim berg havn strand by stad holm sjö nes dal borg ås lund")},
	"fi": {first: list("Haapa Hämeen Joki Kaja Koti Kuusi Lappe Mänty Naan Oulu Pori Rauma Riihi Salo Tampe Uusi Vaasa Valke Ylä"),
		last: list("järvi niemi kylä linna koski maa saari mäki ranta lahti vaara pelto suo")},
	"tr": {first: list("Ak Ala Ay Bal Çan Deniz Esk Gök Gül Kara Kır Kızıl Mar Nev Sam Sarı Sivri Ulu Yeni Yeşil Taş"),
		last: list("şehir kale köy pınar dağ ova hisar su taş tepe burun göl lar abat bey yurt")},
	"vi": {first: list("An- Bắc- Bình- Cao- Đông- Hà- Hải- Hòa- Hưng- Kim- Long- Nam- Phú- Quảng- Tân- Tây- Thanh- Vĩnh-"),
		last: list("Giang Định Dương Bình Ninh Phong Lạng Long Sơn Xuyên Hóa Thuận Châu Lộc An Phước Trị")},
	"id": {first: list("Bali Banjar Batu Bukit- Gunung- Karang Kota- Lembah- Muara- Padang- Pangkal Purwa Rantau- Sido Sri Suka Tanjung- Teluk- Wono Sungai-"),
		last: list("harja makmur jaya sari rejo indah baru raja mulya agung pura asri tinggi mas bumi lestari")},
	"ph": {first: list("Ba Bula Cala Da Ili Ka La Ma Na Pa San- Santa- Sibu Ta Zam Ca"),
		last: list("langa gan yan tangas mba guio lucan bato nao rlac yog ngao mar boanga cuyan luan")},
	"oc": {first: list("Apa Fale Hono Kava Lau Mata Nuku Ofu Pala Rara Suva Tafu Vai Wale"), last: list("lofa tonga uta nui lei vatu kora mea roa fua pili tele")},
	"af": {first: list("Aba Buka Daka Gaba Kaba Kita Lusa Maka Mba Nai Nda Oko Sala Tamba Umu Zanga"), last: list("ndi koro ra beni lanje ongo mwe saka fulu tse vuna dougou kuru nga")},
	"ja": {lang: "ja", first: list("Yama/山 Kawa/川 Oka/岡 Matsu/松 Naga/長 Taka/高 Aki/秋 Fuku/福 Miya/宮 Ishi/石 Shima/島 Kita/北 Nishi/西 Higashi/東 Minami/南 Iwa/岩 Aka/赤 Ki/木 Ume/梅 Asa/朝"),
		last: list("moto/本 saki/崎 guchi/口 hashi/橋 ta/田 mura/村 mori/森 no/野 saka/坂 hama/浜 zaki/崎 kura/倉 be/部 tsu/津 yama/山 gawa/川"), ends: list("shi/市 machi/町")},
	"zh": {lang: "zh", first: list("Bei/北 Nan/南 Dong/东 Xi/西 Chang/长 Jin/金 Qing/清 Bai/白 Hei/黑 Hong/红 Tai/泰 Yong/永 An/安 Fu/福 Guang/广 Hai/海 Lin/临 Ping/平 Xin/新 Yun/云"),
		last: list("jiang/江 shan/山 he/河 an/安 ning/宁 zhou/州 yang/阳 hai/海 cheng/城 lin/林 kou/口 men/门 chuan/川 hu/湖 yuan/源 feng/丰"), ends: list("shi/市 xian/县")},
	"ko": {lang: "ko", first: list("Seo/서 Nam/남 Buk/북 Dong/동 Gang/강 Cheon/천 Pyeong/평 An/안 Jin/진 Gwang/광 Yang/양 Su/수 Ul/울 Mok/목 Hae/해 Geum/금"),
		last: list("san/산 ju/주 cheon/천 yang/양 po/포 won/원 seong/성 jin/진 hae/해 ung/웅 dong/동 ri/리"), ends: list("-si/시 -gun/군")},
	"ru": {lang: "ru", first: list("Nov/Нов Bel/Бел Krasn/Красн Volg/Волг Star/Стар Zelen/Зелен Gor/Гор Kam/Кам Mor/Мор Ozyor/Озёр Petr/Петр Severn/Северн Vost/Вост Les/Лес Yar/Яр Tver/Твер"),
		last: list("ograd/оград orsk/орск insk/инск ovo/ово odar/одар opol/ополь yarsk/ярск ogorsk/огорск ovka/овка ino/ино omorsk/оморск amensk/аменск")},
	"bg": {lang: "bg", first: list("Bla/Бла Dobr/Добр Gabr/Габр Kar/Кар Kaz/Каз Lov/Лов Pern/Перн Plev/Плев Raz/Раз Sliv/Слив Sto/Сто Vel/Вел Vra/Вра Yamb/Ямб"),
		last: list("ovo/ово ich/ич ina/ина en/ен lak/лак grad/град nitsa/ница tsa/ца ol/ол evo/ево")},
	"el": {lang: "el", first: list("Alex/Αλεξ Arg/Αργ Kal/Καλ Kor/Κορ Lar/Λαρ Meg/Μεγ Neap/Νεάπ Pal/Παλ Ther/Θερ Xan/Ξάν Patr/Πατρ Ser/Σερ"),
		last: list("oli/όλη inthos/ινθος issa/ισσα ara/άρα amata/αμάτα ona/όνα ikos/ικός opoli/όπολη es/ες ia/ία")},
	"ar": {lang: "ar", first: list("Dar-/دار-al Bab-/باب-ال Wadi-/وادي-ال Ain-/عين-ال Ras-/رأس-ال Madinat-/مدينة-ال Qasr-/قصر-ال Beni-/بني-ال Tell-/تل-ال Souk-/سوق-ال"),
		last: list("Nakhil/نخيل Salam/سلام Zahra/زهراء Bahr/بحر Jabal/جبل Noor/نور Rimal/رمال Zaytun/زيتون Hamra/حمراء Qamar/قمر Shams/شمس Karam/كرم")},
	"fa": {lang: "fa", first: list("Ali/علی Bagh/باغ Far/فر Gol/گل Has/حس Kho/خو Mah/ماه Nik/نیک Par/پر Shah/شاه Sar/سر Zar/زر"),
		last: list("abad/آباد shahr/شهر dasht/دشت estan/ستان rud/رود kuh/کوه van/وان gan/گان dar/در")},
	"he": {lang: "he", first: list("Beit-/בית Kfar-/כפר Givat-/גבעת Kiryat-/קריית Ramat-/רמת Neve-/נווה Tel-/תל Ein-/עין"),
		last: list("Shalom/שלום Ilan/אילן Yam/ים Alon/אלון Erez/ארז Gefen/גפן Ha'Emek/העמק Oren/אורן Tamar/תמר Rimon/רימון")},
	"hi": {lang: "hi", first: list("Ram/राम Chand/चंद Jai/जय Kan/कान Lal/लाल Nag/नाग Raj/राज Sund/सुंद Shri/श्री Vish/विश Ud/उद Gang/गंग Bhar/भर Dev/देव"),
		last: list("pur/पुर nagar/नगर garh/गढ़ abad/आबाद ganj/गंज gaon/गांव wada/वाड़ा kot/कोट ari/अरी ula/उला")},
	"bn": {lang: "bn", first: list("Chand/চাঁদ Mym/ময়ম Raj/রাজ Bar/বরি Kush/কুষ্টি Gop/গোপ Nar/নর Sat/সাত"), last: list("pur/পুর nagar/নগর ganj/গঞ্জ shahi/শাহী sal/শাল khali/খালী")},
	"ta": {lang: "ta", first: list("Kal/கல் Mann/மன் Tiru/திரு Vel/வேல் Nal/நல் Pon/பொன் Kar/கர் Mul/முல்"), last: list("ur/ஊர் nagar/நகர் patti/பட்டி malai/மலை puram/புரம் kulam/குளம்")},
	"th": {lang: "th", first: list("Ban-/บ้าน Chiang-/เชียง Nakhon-/นคร Bang-/บาง Nong-/หนอง Mueang-/เมือง Samut-/สมุทร Khon-/ขอน"),
		last: list("Sai/ทราย Rai/ราย Sawan/สวรรค์ Phanom/พนม Thong/ทอง Kaen/แก่น Buri/บุรี Nam/น้ำ Bua/บัว")},
	"ka": {lang: "ka", first: list("Tsk/წყ Gor/გორ Kut/ქუთ Bat/ბათ Zug/ზუგ Mts/მც Tel/თელ Akh/ახ"), last: list("altubo/ალტუბო aisi/აისი umi/უმი didi/დიდი heta/ხეთა avi/ავი alkalaki/ალქალაქი")},
	"hy": {lang: "hy", first: list("Ar/Ար Van/Վան Gyum/Գյում Hraz/Հրազ Dil/Դիլ Ash/Աշ Kap/Կապ"), last: list("avan/ավան dzor/ձոր ashat/աշատ ashen/աշեն ijan/իջան an/ան")},
	"am": {lang: "am", first: list("Adda/አዳ Bahir/ባሕር Dire/ድሬ Gond/ጎንድ Haw/ሀዋ Mek/መቀ"), last: list("ma/ማ dar/ዳር dawa/ዳዋ ar/ር assa/ሳ ele/ሌ")},
}

// called is a made-up name in Latin letters and, where the language has a script of its own, in that.
func (t tongue) called(r *rand.Rand) (latin, own string) {
	parts := []piece{cut(t.first[r.IntN(len(t.first))]), cut(t.last[r.IntN(len(t.last))])}
	if r.IntN(3) == 0 {
		parts = []piece{parts[0], cut(t.last[r.IntN(len(t.last))]), parts[1]}
	}
	for i, p := range parts {
		if i > 0 && !strings.HasSuffix(latin, "-") {
			p.latin = strings.ToLower(p.latin)
		}
		latin, own = latin+p.latin, own+p.own
	}
	if len(t.ends) > 0 {
		own += cut(t.ends[r.IntN(len(t.ends))]).own
	}
	if t.lang == "" {
		own = ""
	}
	return titled(strings.ReplaceAll(latin, "-", " ")), strings.ReplaceAll(own, "-", " ")
}

// titled writes each word of a name with a large first letter.
func titled(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		letters := []rune(w)
		words[i] = string(unicode.ToUpper(letters[0])) + string(letters[1:])
	}
	return strings.Join(words, " ")
}

// slugOf is a name as part of an address.
func slugOf(name string) string {
	var b strings.Builder
	for _, c := range norm.NFKD.String(plain.Replace(strings.ToLower(name))) {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			b.WriteRune(c)
		case unicode.Is(unicode.Mn, c), c == '\'':
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), "-")
}

// plain are letters that lose nothing but a stroke.
var plain = strings.NewReplacer("ß", "ss", "ø", "o", "æ", "ae", "đ", "d", "ł", "l", "ı", "i")
