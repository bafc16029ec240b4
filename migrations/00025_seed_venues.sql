-- Places of Little Bandung that opened or were named as open by a source; what was only planned is not among them.
-- Each was last confirmed by the latest report that names it. Nobody of ours has been there.

-- +goose Up
with given as (
	select nextval(pg_get_serial_sequence('venues', 'id')) as id, told.*
	from (values
		('seoul-bali-bistro', 'seoul', 'seo-wall', 'Little Bandung di Bali Bistro', 'Little Bandung at Bali Bistro', 'wall',
			'Nogosan-dong, Mapo-gu, Seoul', '2017-07', null, '2017-07-21', 'Merdeka.com Bandung', 'Merdeka.com Bandung',
			'Satu dari dua kafe yang dibuka pada 20 dan 21 Juli 2017; bersama-sama memajang produk 21 perusahaan. Pada Mei 2018 Seoul masih disebut, tanpa nama tempat.',
			'One of two cafés opened on 20 and 21 July 2017; together they showed the products of 21 companies. In May 2018 Seoul was still named, without a place.'),
		('seoul-fun-road', 'seoul', 'seo-wall', 'Little Bandung di Fun Road Cafe', 'Little Bandung at Fun Road Cafe', 'wall',
			'Siheung-daero 50-gil, Geumcheon-gu, Seoul', '2017-07', null, '2017-07-21', 'Merdeka.com Bandung', 'Merdeka.com Bandung',
			'Satu dari dua kafe yang dibuka pada 20 dan 21 Juli 2017; bersama-sama memajang produk 21 perusahaan. Pada Mei 2018 Seoul masih disebut, tanpa nama tempat.',
			'One of two cafés opened on 20 and 21 July 2017; together they showed the products of 21 companies. In May 2018 Seoul was still named, without a place.'),
		('petaling-jaya-store', 'petaling-jaya', 'pj-store', 'Toko Little Bandung', 'Little Bandung Store', 'store',
			'', '2016-11-04', '2017-12', null, '', '',
			'Tutup karena kontraknya habis; biaya pegawai dan pajak lebih besar daripada pendapatan.',
			'Closed when the contract ended; staff and tax cost more than came in.'),
		('paris', 'paris', 'lb-paris', 'Little Bandung di Paris', 'Little Bandung, Paris', 'gallery',
			'', '2015', null, '2017-10-24', 'Independensi (ANTARA London)', 'Independensi (ANTARA London)',
			'Alamatnya belum kami temukan.', 'We have not found its address.'),
		('namur-mobile', 'namur', 'nmr-mobile', 'Little Bandung Mobile', 'Little Bandung Mobile', 'mobile',
			'', '2017-10-09', null, '2017-10-24', 'Independensi (ANTARA London)', 'Independensi (ANTARA London)',
			'Dibuka pada hari nota kesepahaman ditandatangani.', 'Opened on the day the memorandum was signed.'),
		('kuala-lumpur-wall', 'kuala-lumpur', 'lb-walls', 'Little Bandung Wall', 'Little Bandung Wall', 'wall',
			'', null, null, '2018-05-03', 'Merdeka.com Bandung dan Terasjabar', 'Merdeka.com Bandung and Terasjabar',
			'Tidak menjual langsung; pembelian lewat kontak. Tempatnya tidak disebut.', 'Nothing is sold on the spot; sale by contact. The place is not named.'),
		('busan-wall', 'busan', 'lb-walls', 'Little Bandung Wall', 'Little Bandung Wall', 'wall',
			'', null, null, '2018-05-03', 'Merdeka.com Bandung dan Terasjabar', 'Merdeka.com Bandung and Terasjabar',
			'Tidak menjual langsung; pembelian lewat kontak. Tempatnya tidak disebut.', 'Nothing is sold on the spot; sale by contact. The place is not named.'),
		('tokyo-wall', 'tokyo', 'lb-walls', 'Little Bandung Wall', 'Little Bandung Wall', 'wall',
			'', null, null, '2018-05-03', 'Merdeka.com Bandung dan Terasjabar', 'Merdeka.com Bandung and Terasjabar',
			'Tidak menjual langsung; pembelian lewat kontak. Tempatnya tidak disebut.', 'Nothing is sold on the spot; sale by contact. The place is not named.'),
		('sydney-wall', 'sydney', 'lb-walls', 'Little Bandung Wall', 'Little Bandung Wall', 'wall',
			'', null, null, '2018-05-03', 'Merdeka.com Bandung dan Terasjabar', 'Merdeka.com Bandung and Terasjabar',
			'Tidak menjual langsung; pembelian lewat kontak. Tempatnya tidak disebut.', 'Nothing is sold on the spot; sale by contact. The place is not named.')
	) as told (key, city, program, name_id, name_en, kind, address, opened_on, closed_on, confirmed_on, confirmed_by_id, confirmed_by_en, note_id, note_en)
), kept as (
	insert into venues (id, city_id, program_id, name_id, name_en, kind, address, opened_on, closed_on,
		confirmed_on, confirmed_by_id, confirmed_by_en, note_id, note_en)
	select id, seed_id('city', city), seed_id('program', program), name_id, name_en, kind, address, opened_on, closed_on,
		confirmed_on, confirmed_by_id, confirmed_by_en, note_id, note_en
	from given
)
select seed_draft('venue', key, id, name_id) from given;

select seed_cite('venue', venue, field, sources::text[])
from (values
	('seoul-bali-bistro', '{name, kind, address, opened_on, confirmed_on}', '{merdeka-lbkr-2017}'),
	('seoul-bali-bistro', '{note}', '{merdeka-lbmy-2018}'),
	('seoul-fun-road', '{name, kind, address, opened_on, confirmed_on}', '{merdeka-lbkr-2017}'),
	('seoul-fun-road', '{note}', '{merdeka-lbmy-2018}'),
	('petaling-jaya-store', '{name, kind, opened_on, closed_on, note}', '{merdeka-lbmy-2018, teras-2018, kilas-2018}'),
	('paris', '{name, kind, opened_on}', '{viva-2016, indep-2017}'),
	('paris', '{confirmed_on}', '{indep-2017}'),
	('namur-mobile', '{name, kind, opened_on}', '{ant-nmr-id, rep-eu-2017, indep-2017}'),
	('namur-mobile', '{confirmed_on}', '{indep-2017}'),
	('kuala-lumpur-wall', '{name, kind, confirmed_on, note}', '{merdeka-lbmy-2018, teras-2018, kilas-2018}'),
	('busan-wall', '{name, kind, confirmed_on, note}', '{merdeka-lbmy-2018, teras-2018, kilas-2018}'),
	('tokyo-wall', '{name, kind, confirmed_on, note}', '{merdeka-lbmy-2018, teras-2018, kilas-2018}'),
	('sydney-wall', '{name, kind, confirmed_on, note}', '{merdeka-lbmy-2018, teras-2018, kilas-2018}')
) as cited (venue, fields, sources)
cross join unnest(fields::text[]) as field;

select seed_publish('venue', 'venues');

-- +goose Down
select seed_take_back('venue', 'venues');
