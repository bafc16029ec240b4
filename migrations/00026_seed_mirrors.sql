-- What pages of the partners' own side say of the tie, read from stored copies: nobody of ours has opened them, so checked_on is null.
-- Whether a partner lists Bandung is told only where the page is its list of partners or its page about Bandung as one.

-- +goose Up
with given as (
	select nextval(pg_get_serial_sequence('mirrors', 'id')) as id, told.*
	from (values
		('braunschweig', 'braunschweig', 'https://braunschweig.de/leben/stadtportraet/partnerstaedte/bandung.php', 'yes',
			'Partnerstadt (kota mitra)', 'Partnerstadt (partner city)', '1960-05-24',
			'Bandung punya halaman sendiri dan masuk daftar kota mitra dan kota sahabat Braunschweig.',
			'Bandung has a page of its own and stands in the list of Braunschweig''s partner and friendship cities.'),
		('fort-worth', 'fort-worth', 'https://fwsistercities.org/?p=245', 'yes',
			'Sister city (kota kembar)', 'Sister city', null,
			'Halaman lembaga kota kembar Fort Worth. Tanggal awalnya tidak kami catat dari halaman ini.',
			'The page of Fort Worth''s sister-city organisation. We hold no starting date from it.'),
		('suwon', 'suwon', 'https://swcic.or.kr/eng/ma/gcity.asp', 'yes',
			'Sister city (kota kembar)', 'Sister city', '1997-08-25',
			'Tabel kota kembar dan kota sahabat dari pusat kerja sama internasional Suwon.',
			'The table of sister and friendship cities of Suwon''s centre for international cooperation.'),
		('kawasaki', 'kawasaki', 'https://eri-kawasaki.jp/?p=7855', null,
			'Kerja sama lingkungan berdasarkan memorandum antarkota', 'Environmental cooperation under an inter-city memorandum', '2016-02-18',
			'Halaman lembaga penelitian lingkungan Kota Kawasaki, bukan daftar kota mitra.',
			'A page of the city''s environment research institute, not a list of partner cities.'),
		('namur', 'namur', 'http://www.wallonia.be/en/news/bandung-namur-smart-cities-agreement', null,
			'Smart cities agreement (perjanjian kota cerdas)', 'Smart cities agreement', null,
			'Berita resmi Wallonia dari Mei 2017, sebelum nota kesepahaman ditandatangani. Daftar kota mitra Namur belum kami temukan.',
			'Official news of Wallonia of May 2017, before the memorandum was signed. We have not found Namur''s own list of partners.'),
		('melbourne', 'melbourne', '', null,
			'Partnership (kemitraan), menurut staf kota', 'Partnership, in the words of city staff', null,
			'Ucapan staf kota dikutip oleh indonesia-australia.com.',
			'The words of city staff are quoted by indonesia-australia.com.')
	) as told (key, city, url, listed, type_id, type_en, since_on, note_id, note_en)
), kept as (
	insert into mirrors (id, city_id, url, listed, type_id, type_en, since_on, note_id, note_en)
	select id, seed_id('city', city), nullif(url, ''), listed, type_id, type_en, since_on, note_id, note_en
	from given
)
select seed_draft('mirror', key, given.id, cities.name_id)
from given
join cities on cities.slug = given.city;

select seed_cite('mirror', mirror, field, sources::text[])
from (values
	('braunschweig', '{listed, type}', '{bsw-de, bsw-index}'),
	('braunschweig', '{since_on}', '{bsw-de, bsw-en}'),
	('fort-worth', '{listed, type}', '{fwsci}'),
	('suwon', '{listed, type, since_on}', '{swcic}'),
	('kawasaki', '{type, since_on}', '{eri-kws}'),
	('namur', '{type}', '{wallonia-2017}'),
	('melbourne', '{type}', '{iab-mel-2024}')
) as cited (mirror, fields, sources)
cross join unnest(fields::text[]) as field;

select seed_publish('mirror', 'mirrors');

-- +goose Down
select seed_take_back('mirror', 'mirrors');
