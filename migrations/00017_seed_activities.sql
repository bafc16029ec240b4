-- What happened, each thing once and by a source; never a plan. Signings are steps and not here.
--
-- Nature by rule: courtesy calls, anniversaries, namings and delegations without programme are protocol; training, exchange, joint
-- projects, exhibitions, cultural events, aid and works are substantive. A thing without a known date has none. Where organisations is
-- null they are those of the program. Participants are given only where the source counts them and the group is clear.

-- +goose Up
with given as (
	select nextval(pg_get_serial_sequence('activities', 'id')) as id, seen.*
	from (values
		('bsw-ggm', 'braunschweig', 'braunschweig', 'bsw-ggm', 'substantive', 'works', null, null, '{YTH,SPO,CUL}', 'here', 'Jalan Merdeka 64', 'Jalan Merdeka 64',
			'Pembangunan Gelanggang Generasi Muda', 'Gelanggang Generasi Muda youth centre built', null,
			'Gedungnya berdiri.', 'The building stands.', null::bigint, null::bigint, null::bigint),
		('bsw-itb', 'braunschweig', 'braunschweig', 'bsw-itb', 'substantive', 'exchange', '1985', null, '{EDU,IPT}', null, '', '',
			'Kemitraan dan pertukaran mahasiswa ITB dan TU Braunschweig', 'Partnership and student exchange of ITB and TU Braunschweig', null,
			'', '', null, null, null),
		('bsw-art', 'braunschweig', 'braunschweig', 'bsw-art', 'substantive', 'joint_project', '1987', null, '{EDU,CUL}', null, '', '',
			'Kemitraan sekolah tinggi seni', 'Partnership of art colleges', null,
			'', '', null, null, null),
		('bsw-aid', 'braunschweig', 'braunschweig', 'bsw-aid', 'substantive', 'aid', null, null, '{HEA,SOS,DRM,EDU}', 'here', '', '',
			'Bantuan barang untuk Bandung', 'Material aid to Bandung', null,
			'', '', null, null, null),
		('bsw-2007', 'braunschweig', 'braunschweig', '', 'protocol', 'courtesy_call', '2007-06-22', null, '{}', 'there', 'Braunschweig', 'Braunschweig',
			'Wali kota Dada Rosada menandatangani Buku Emas Braunschweig', 'Mayor Dada Rosada signs Braunschweig''s Golden Book', null,
			'', '', null, null, null),
		('bsw-2016', 'braunschweig', 'braunschweig', 'bsw-2016', 'protocol', 'delegation', '2016-02', null, '{WAT,ECO,TUR,EDU}', 'here', 'Bandung', 'Bandung',
			'Delegasi Braunschweig dan pernyataan bersama', 'Braunschweig delegation and joint declaration', null,
			'Satu pernyataan bersama meneguhkan ikatan kota kembar; delegasi dipimpin Annegret Ihbe.', 'A joint declaration reaffirmed the twinning; Annegret Ihbe led the delegation.', null, null, null),
		('bsw-2019', 'braunschweig', 'braunschweig', 'bsw-2019', 'substantive', 'cultural_event', '2019-06-20', '2019-06-26', '{CUL,ECO,WAT}', 'there', 'Braunschweig', 'Braunschweig',
			'Malam Budaya 2019 dan kunjungan kerja', 'Culture Night 2019 and working visit', null,
			'', '', null, null, null),
		('bsw-bridge', 'braunschweig', 'braunschweig', 'bsw-bridge', 'protocol', 'anniversary', '2021-06-18', '2021-06-18', '{CUL}', 'there', 'Bürgerpark, Braunschweig', 'Bürgerpark, Braunschweig',
			'Penamaan Jembatan Bandung, 60 tahun', 'Naming of the Bandungbrücke bridge, 60 years', null,
			'Satu jembatan diberi nama; delegasi Bandung tidak bisa datang.', 'One bridge was named; no delegation from Bandung could travel.', null, null, null),
		('bsw-2022', 'braunschweig', 'braunschweig', 'bsw-2022', 'protocol', 'courtesy_call', '2022-11-25', null, '{}', 'here', 'Balai Kota Bandung', 'Bandung city hall',
			'Pertemuan tentang pembaruan nota kesepahaman', 'Meeting on the renewed memorandum', '[]',
			'', '', null, null, null),
		('bsw-2024', 'braunschweig', 'braunschweig', 'bsw-2024', 'protocol', 'anniversary', '2024-05-31', '2024-05-31', '{CUL}', 'there', 'Braunschweig', 'Braunschweig',
			'Resepsi 60 tahun Deutsch-Indonesische Gesellschaft', 'Reception for 60 years of the Deutsch-Indonesische Gesellschaft', null,
			'', '', 4, null, null),

		('fw-exchange', 'fort-worth', 'fort-worth', 'fw-exchange', 'substantive', 'exchange', null, null, '{YTH,EDU}', null, '', '',
			'Pertukaran duta muda dan akademi kepemimpinan', 'Youth ambassador exchange and leadership academy', null,
			'', '', null, null, null),
		('fw-capacity', 'fort-worth', 'fort-worth', 'fw-capacity', 'substantive', 'training', null, null, '{HEA,WAT,GOV}', null, '', '',
			'Pelatihan perawat dan magang', 'Nurse training and internships', null,
			'', '', null, null, null),
		('fw-fire', 'fort-worth', 'fort-worth', 'fw-fire', 'substantive', 'training', null, null, '{DRM}', 'there', 'Sekitar Fort Worth', 'Fort Worth area',
			'Kunjungan belajar pemadam kebakaran', 'Fire service study visit', null,
			'', '', null, null, null),
		('fw-2024', 'fort-worth', 'fort-worth', 'fw-2024', 'substantive', 'exchange', '2024-06', null, '{YTH,CUL}', 'here', 'Bandung', 'Bandung',
			'Delegasi pemuda Fort Worth', 'Fort Worth youth delegation', null,
			'Sepuluh anggota delegasi datang.', 'Ten delegates came.', null, 10, null),
		('fw-2025', 'fort-worth', 'fort-worth', 'fw-2025', 'protocol', 'anniversary', '2025-05-13', null, '{CUL}', 'there', 'Fort Worth', 'Fort Worth',
			'Resepsi ulang tahun ke-35', '35th anniversary reception', null,
			'', '', null, null, null),

		('swn-2002', 'suwon', 'suwon', 'swn-2002', 'substantive', 'exchange', '2002', null, '{SPO,YTH}', null, '', '',
			'Pertandingan persahabatan sepak bola junior', 'Junior football friendly', null,
			'Satu pertandingan.', 'One match.', null, null, null),
		('swn-2004', 'suwon', 'suwon', 'swn-2004', 'protocol', 'delegation', '2004', null, '{GOV}', 'here', 'Bandung', 'Bandung',
			'Dua kunjungan delegasi Suwon', 'Two visits of Suwon delegations', null,
			'', '', null, null, null),
		('swn-2005', 'suwon', 'suwon', 'swn-2005', 'protocol', 'courtesy_call', '2005-01-25', null, '{GOV}', 'here', 'Bandung', 'Bandung',
			'Kunjungan wali kota Suwon', 'Visit of the mayor of Suwon', null,
			'', '', null, null, null),
		('swn-2011-15', 'suwon', 'suwon', 'swn-2011-15', 'substantive', 'exchange', '2011', '2015', '{YTH,CUL,EDU,GOV}', null, '', '',
			'Kunjungan, pertukaran pemuda, dan festival budaya', 'Visits, youth exchange and cultural festivals', null,
			'', '', null, null, null),
		('swn-2018', 'suwon', 'suwon', 'swn-2018', 'substantive', 'exchange', '2018-04-03', '2018-04-05', '{EDU}', 'here', 'Bandung', 'Bandung',
			'Misi pendidikan universitas Suwon', 'Suwon universities education mission', null,
			'Tiga universitas mengunjungi empat sekolah.', 'Three universities visited four schools.', null, null, null),
		('swn-2020', 'suwon', 'suwon', 'swn-2020', 'substantive', 'aid', '2020', null, '{HEA}', null, '', '',
			'Sumbangan masker dari Suwon', 'Mask donation of Suwon', null,
			'20.000 masker KF80.', '20,000 KF80 masks.', null, null, null),

		('lzh-vocational', 'liuzhou', 'liuzhou', 'lzh-vocational', 'substantive', 'training', null, null, '{EDU,IND,HRD}', 'there', 'Liuzhou', 'Liuzhou',
			'Pendidikan kejuruan mahasiswa Indonesia di Liuzhou', 'Vocational education of Indonesian students in Liuzhou', null,
			'652 mahasiswa dari seluruh Indonesia.', '652 students from all of Indonesia.', null, null, null),
		('lzh-2025', 'liuzhou', 'liuzhou', 'lzh-2025', 'protocol', 'anniversary', '2025-04-21', '2025-04-21', '{TUR,IPT,EDU}', 'online', '', '',
			'Pertemuan daring ulang tahun ke-20, dengan wali kota Muhammad Farhan', '20th anniversary online meeting, with mayor Muhammad Farhan', null,
			'', '', null, null, null),

		('ham-2009', 'hamamatsu', 'hamamatsu', 'ham-2009', 'substantive', 'training', '2009-07-16', '2009-07-22', '{WST,EDU}', 'here', 'Bandung dan Jakarta', 'Bandung and Jakarta',
			'Delegasi Hamamatsu dan seminar pendidikan sampah', 'Hamamatsu delegation and waste-education seminar', null,
			'', '', null, null, null),
		('ham-2014', 'hamamatsu', 'hamamatsu', 'ham-2014', 'protocol', 'courtesy_call', '2014-06-09', '2014-06-10', '{GOV}', 'there', 'Hamamatsu', 'Hamamatsu',
			'Kunjungan pertama wali kota Bandung ke Hamamatsu', 'First visit of a Bandung mayor to Hamamatsu', null,
			'', '', 5, null, null),
		('ham-water', 'hamamatsu', 'hamamatsu', 'ham-water', 'substantive', 'joint_project', '2017', null, '{WAT}', 'here', 'Bandung', 'Bandung',
			'Teknologi air bersih bersama PDAM', 'Clean-water technology with the municipal water company', null,
			'', '', null, null, null),

		('kws-jcm', 'kawasaki', 'kawasaki', 'kws-jcm', 'substantive', 'joint_project', '2014', '2015', '{ENV,ENE,WST}', 'here', 'Bandung', 'Bandung',
			'Studi kelayakan kota rendah karbon (JCM)', 'Low-carbon city feasibility work (JCM)', null,
			'', '', null, null, null),
		('kws-jica', 'kawasaki', 'kawasaki', 'kws-jica', 'substantive', 'joint_project', '2017', '2020', '{WST,ENV}', 'here', 'Bandung', 'Bandung',
			'Proyek pengelolaan sampah JICA', 'JICA grass-roots waste management project', null,
			'', '', null, null, null),

		('tyt-2017', 'toyota', 'toyota', '', 'protocol', 'delegation', '2017-02-09', null, '{}', null, '', '',
			'Kunjungan sebelum Letter of Intent Bandung–Toyota', 'Visit before the letter of intent Bandung–Toyota', null,
			'', '', null, null, null),
		('pj-monument', 'petaling-jaya', 'petaling-jaya', '', 'protocol', 'delegation', '2015-11-27', null, '{}', 'there', 'Petaling Jaya', 'Petaling Jaya',
			'Monumen mini Gedung Sate di Petaling Jaya, dengan wali kota Ridwan Kamil', 'Miniature Gedung Sate monument in Petaling Jaya, with mayor Ridwan Kamil', null,
			'', '', null, null, null),
		('pj-store', 'petaling-jaya', 'petaling-jaya', 'pj-store', 'substantive', 'exhibition', '2016-11-04', '2017-12', '{UMK,CRE}', 'there', 'Petaling Jaya', 'Petaling Jaya',
			'Toko Little Bandung di Petaling Jaya', 'Little Bandung Store, Petaling Jaya', null,
			'Tutup karena kontrak habis; biaya pegawai dan pajak lebih besar daripada pendapatan.', 'Closed as the contract ended; staff and tax cost more than came in.', null, null, null),
		('seo-wall', 'seoul', 'seoul', 'seo-wall', 'substantive', 'exhibition', '2017-07-20', null, '{UMK,CRE}', 'there', 'Seoul', 'Seoul',
			'Little Bandung Wall dan Mobile dibuka di Seoul', 'Little Bandung Wall and Mobile opened in Seoul', null,
			'21 perusahaan dipajang di dua kafe.', '21 companies shown in two cafés.', null, null, null),
		('lb-paris', 'paris', '', 'lb-paris', 'substantive', 'exhibition', '2015', null, '{UMK,CRE,CUL}', 'there', 'Paris', 'Paris',
			'Little Bandung di Paris', 'Little Bandung, Paris', null,
			'', '', null, null, null),

		('nmr-2017', 'namur', 'namur', '', 'protocol', 'courtesy_call', '2017-05-08', null, '{}', 'there', 'Balai kota Namur', 'Namur town hall',
			'Wali kota Ridwan Kamil bertemu Anne Barzin di Namur', 'Mayor Ridwan Kamil meets Anne Barzin in Namur', null,
			'', '', null, null, null),
		('nmr-mobile', 'namur', 'namur', 'nmr-mobile', 'substantive', 'exhibition', '2017-10-09', null, '{UMK,CRE}', 'there', 'Namur', 'Namur',
			'Little Bandung Mobile dibuka di Namur', 'Little Bandung Mobile opened in Namur', null,
			'', '', null, null, null),
		('cue-2017', 'cuenca', 'cuenca', '', 'protocol', 'delegation', '2017-08-09', '2017-08-11', '{}', 'there', 'Cuenca', 'Cuenca',
			'Kunjungan wali kota Bandung ke Cuenca', 'Visit of the mayor of Bandung to Cuenca', null,
			'', '', null, null, null),

		('mel-2014', 'melbourne', 'melbourne', 'mel-2014', 'protocol', 'delegation', '2014-10', null, '{ECO}', 'here', 'Bandung', 'Bandung',
			'Kunjungan penjajakan City of Melbourne', 'City of Melbourne exploratory visit', null,
			'', '', null, null, null),
		('mel-2019', 'melbourne', 'melbourne', 'mel-2019', 'protocol', 'courtesy_call', '2019', null, '{ICT,GOV}', 'here', 'Bandung', 'Bandung',
			'Kunjungan Lord Mayor ke Bandung', 'Lord Mayor''s visit to Bandung', null,
			'', '', null, null, null),
		('mel-2020', 'melbourne', 'melbourne', 'mel-2020', 'substantive', 'training', '2020', null, '{UMK,ICT,HRD}', null, '', '',
			'Pelatihan niaga elektronik dan keamanan siber bagi usaha kecil', 'E-commerce and cyber-security training for small businesses', null,
			'25 usaha kecil dilatih.', '25 small businesses were trained.', null, null, 25),
		('mel-2021', 'melbourne', 'melbourne', 'mel-2021', 'substantive', 'exhibition', '2021', null, '{ENV,IPT}', null, '', '',
			'Ikut serta dalam Victoria Cleantech Expo', 'Victoria Cleantech Expo participation', null,
			'', '', null, null, null),
		('mel-2022', 'melbourne', 'melbourne', 'mel-2022', 'substantive', 'joint_project', '2022', null, '{STA,IPT}', null, '', '',
			'Acara inovasi Bandung–Melbourne', 'Bandung-Melbourne innovation event', null,
			'', '', null, null, null),

		('hgh-2017', 'hangzhou', 'hangzhou', '', 'protocol', 'courtesy_call', '2017-01-26', null, '{}', 'here', 'Balai Kota Bandung', 'Bandung city hall',
			'Kunjungan pemerintah Hangzhou ke Bandung', 'Visit of Hangzhou''s government to Bandung', null,
			'', '', null, null, null),
		('hgh-2023', 'hangzhou', 'hangzhou', '', 'protocol', 'courtesy_call', '2023-03-15', null, '{}', 'here', 'Bandung', 'Bandung',
			'Wakil wali kota Hangzhou bertemu wali kota Bandung', 'The vice mayor of Hangzhou meets the mayor of Bandung', null,
			'', '', null, null, null),
		('wro-2019', 'wroclaw', 'wroclaw', '', 'protocol', 'courtesy_call', '2019~', null, '{}', 'there', 'Wrocław', 'Wrocław',
			'Wakil wali kota Bandung berkunjung ke Wrocław', 'The vice mayor of Bandung visits Wrocław', null,
			'', '', null, null, null)
	) as seen (key, city, agreement, program, nature, kind, start_on, end_on, sectors, place, place_name_id, place_name_en,
		title_id, title_en, organisations, result_id, result_en, official, resident, business)
), kept as (
	insert into activities (id, city_id, agreement_id, program_id, nature, kind, start_on, end_on, sectors, place, place_name_id, place_name_en,
		title_id, title_en, organisations, result_id, result_en, official, resident, business)
	select given.id, seed_id('city', city), case when agreement <> '' then seed_id('agreement', agreement) end, programs.id,
		nature, given.kind, given.start_on, given.end_on, given.sectors::text[], place, place_name_id, place_name_en,
		given.title_id, given.title_en, coalesce(given.organisations::jsonb, programs.organisations, '[]'),
		given.result_id, given.result_en, official, resident, business
	from given
	left join programs on programs.slug = given.program
)
select seed_draft('activity', key, id, title_id) from given;

-- JICA paid; the amount that was spent is not known.
update activities
set costs = '[{"payer": "agency", "amount": null, "currency": "JPY"}]'
where id = seed_id('activity', 'kws-jica');

select seed_cite('activity', activity, field, sources::text[])
from (values
	('bsw-ggm', '{title, result}', '{patroli-2019, grid-2021}'),
	('bsw-itb', '{start_on}', '{bsw-en}'),
	('bsw-art', '{start_on}', '{bsw-en}'),
	('bsw-aid', '{title}', '{aid-bsw}'),
	('bsw-2007', '{start_on}', '{bdg-589}'),
	('bsw-2016', '{start_on, result}', '{rh-2016}'),
	('bsw-2019', '{start_on}', '{patroli-2019, allrelease-2019}'),
	('bsw-bridge', '{start_on, result}', '{bsw-aktuell, grid-2021}'),
	('bsw-2022', '{start_on}', '{digo-2022, cikal-2022}'),
	('bsw-2024', '{start_on, official}', '{bsw-aktuell}'),
	('fw-exchange', '{title}', '{fwsci}'),
	('fw-capacity', '{title}', '{fwsci}'),
	('fw-fire', '{title}', '{fwsci-fire}'),
	('fw-2024', '{start_on, resident, result}', '{fin-2024}'),
	('fw-2025', '{start_on}', '{amfa-2025}'),
	('swn-2002', '{start_on, result}', '{swn-domloboy}'),
	('swn-2004', '{start_on}', '{swn-domloboy}'),
	('swn-2005', '{start_on}', '{detik-2008}'),
	('swn-2011-15', '{start_on}', '{swn-domloboy}'),
	('swn-2018', '{start_on, result}', '{bisnis-swn-2018}'),
	('swn-2020', '{start_on, result}', '{saung-korea}'),
	('lzh-vocational', '{title, result}', '{xinhua-2025}'),
	('lzh-2025', '{start_on}', '{ekpos-2025}'),
	('ham-2009', '{start_on}', '{hmz-2009}'),
	('ham-2014', '{start_on, official}', '{hmz-2014}'),
	('ham-water', '{start_on}', '{mi-2025}'),
	('kws-jcm', '{start_on}', '{kws-ref-2016, nies-2014, eri-kws}'),
	('kws-jica', '{start_on}', '{eri-kws}'),
	('kws-jica', '{title, costs}', '{jica-kws, kws-press-2016}'),
	('tyt-2017', '{start_on}', '{bisnis-tyt-2017, merdeka-tyt-2017, jabarnews-tyt-2017}'),
	('pj-monument', '{start_on}', '{sindo-2015}'),
	('pj-store', '{start_on, end_on, result}', '{merdeka-lbmy-2018, teras-2018, kilas-2018}'),
	('seo-wall', '{start_on, result}', '{merdeka-lbkr-2017}'),
	('lb-paris', '{start_on}', '{viva-2016, indep-2017}'),
	('nmr-2017', '{start_on}', '{wallonia-2017}'),
	('nmr-mobile', '{start_on}', '{ant-nmr-id, rep-eu-2017, indep-2017}'),
	('cue-2017', '{start_on}', '{ant-cue, rmol-cue}'),
	('mel-2014', '{start_on}', '{mel-2014}'),
	('mel-2019', '{start_on}', '{sb-mel-2024, fakta-mel-2024}'),
	('mel-2020', '{start_on, business, result}', '{sb-mel-2024, voi-mel-2024}'),
	('mel-2021', '{start_on}', '{sb-mel-2024, voi-mel-2024}'),
	('mel-2022', '{start_on}', '{sb-mel-2024, voi-mel-2024}'),
	('hgh-2017', '{start_on}', '{bale-hgh-2017, jbr-hgh-2017}'),
	('hgh-2023', '{start_on}', '{intl-hgh-2023}'),
	('wro-2019', '{start_on}', '{ant-wro}')
) as cited (activity, fields, sources)
cross join unnest(fields::text[]) as field;

select seed_cite('activity', 'kws-jica', 'start_on', '{kws-press-2016}', 'tahun anggaran 2016 sampai 2019', 'fiscal years 2016 to 2019');
select seed_ruling('activity', 'kws-jica', 'start_on',
	'Tiga tahun dari tahun anggaran 2017: proyek disetujui pada 2016 dan berjalan mulai 2017.',
	'Three years from fiscal year 2017: the project was adopted in 2016 and run from 2017.');

select seed_publish('activity', 'activities');

-- +goose Down
select seed_take_back('activity', 'activities');
