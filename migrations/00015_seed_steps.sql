-- The dated steps on each agreement's legal path, and the approvals of councils and ministries.
--
-- A step is named AGREEMENT-STAGE-YEAR. No paper is held of any intent, council approval, signing or renewal yet: no_document is true.

-- +goose Up
with given as (
	select nextval(pg_get_serial_sequence('steps', 'id')) as id, seen.*
	from (values
		('braunschweig-initiative-1957', 'braunschweig', 'initiative', '1957', '', '', '[]',
			'Perkenalan pertama lewat Georg Eckert, pada pertemuan sejarawan Jerman–Indonesia yang diadakan komisi UNESCO Jerman.',
			'First contact, through Georg Eckert, at the German-Indonesian historians'' conference of the German UNESCO commission.', false),
		('braunschweig-initiative-1959', 'braunschweig', 'initiative', '1959-06-24', 'Bonn', 'Bonn',
			'[{"name": "Majoenani", "role": {"id": "atase kebudayaan, Kedutaan Besar RI", "en": "cultural attaché, Indonesian embassy"}, "side": "ID"}]',
			'Pihak Indonesia menyatakan keinginan menjalin persahabatan kota.',
			'The Indonesian side states the wish for a city friendship.', false),
		('braunschweig-initiative-1960', 'braunschweig', 'initiative', '1960-05-10', 'Balai kota Braunschweig', 'Braunschweig town hall',
			'[{"name": "Rochmat Hardjono", "role": {"id": "atase kebudayaan", "en": "cultural attaché"}, "side": "ID"}]',
			'Permintaan resmi disampaikan kepada direktur kota.',
			'The request is put formally to the city director.', false),
		('braunschweig-partner_consent-1960', 'braunschweig', 'partner_consent', '1960-05-18', 'Braunschweig', 'Braunschweig', '[]',
			'Dewan kota Braunschweig menyetujui, menurut laporan dengan suara bulat.',
			'The city council of Braunschweig approves, reportedly without dissent.', false),
		('braunschweig-signed-1960', 'braunschweig', 'signed', '1960-05-24', 'Städtisches Museum, Braunschweig', 'Städtisches Museum, Braunschweig',
			'[{"name": "Zairin Zain", "role": {"id": "duta besar Indonesia untuk Jerman Barat", "en": "Indonesian ambassador to West Germany"}, "side": "ID"},
			{"name": "Hans Guenther Weber", "role": {"id": "direktur kota (Oberstadtdirektor)", "en": "city director (Oberstadtdirektor)"}, "side": "DE"},
			{"name": "Martha Fuchs", "role": {"id": "wali kota (Oberbürgermeisterin)", "en": "lord mayor (Oberbürgermeisterin)"}, "side": "DE"}]',
			'Piagam Ikatan Persahabatan ditandatangani di Braunschweig.',
			'The charter of friendship (Piagam Ikatan Persahabatan) is signed in Braunschweig.', true),
		('braunschweig-completed-1960', 'braunschweig', 'signed', '1960-06-02', 'Bandung', 'Bandung',
			'[{"name": "R. Priatnakusumah", "role": {"id": "wali kota Bandung", "en": "mayor of Bandung"}, "side": "ID"},
			{"name": "Georg Eckert", "role": {"id": "utusan Braunschweig", "en": "envoy of Braunschweig"}, "side": "DE"}]',
			'Bandung melengkapi piagam dengan tanda tangannya sendiri, di hadapan sekitar 300 tokoh setempat. Kronologi resmi yang tersimpan terputus sebelum hari itu.',
			'Bandung completes the charter with its own signature, before about 300 local figures. The stored copy of the official chronology breaks off before the day.', true),
		('braunschweig-draft-2022', 'braunschweig', 'draft', '2022-11-25', 'Balai Kota Bandung', 'Bandung city hall',
			'[{"name": "Ema Sumarna", "role": {"id": "sekretaris daerah", "en": "city secretary"}, "side": "ID"},
			{"name": "Ina Lepel", "role": {"id": "duta besar Jerman", "en": "German ambassador"}, "side": "DE"}]',
			'Nota kesepahaman yang diperbarui dan rencana aksinya sedang disiapkan. Penandatanganannya belum kami temukan.',
			'A renewed memorandum and its plan of action are in preparation. We have not found its signature.', false),
		('fort-worth-signed-1990', 'fort-worth', 'signed', '1990-04-02', '', '',
			'[{"name": "Ateng Wahyudi", "role": {"id": "wali kota Bandung", "en": "mayor of Bandung"}, "side": "ID"},
			{"name": "Bob Bolen", "role": {"id": "wali kota Fort Worth", "en": "mayor of Fort Worth"}, "side": "US"}]',
			'Tempatnya tidak disebut.',
			'The place is not stated.', true),
		('suwon-signed-1997', 'suwon', 'signed', '1997-08-25', '', '', '[]',
			'Tempat dan penanda tangannya belum kami temukan.',
			'We have found neither the place nor the signatories.', true),
		('liuzhou-signed-2005', 'liuzhou', 'signed', '2005', '', '', '[]',
			'Ulang tahun ke-20 diperingati pada April 2025, bersama peringatan Konferensi Asia-Afrika. Hari dan naskahnya belum kami temukan.',
			'The 20th anniversary was marked in April 2025, with the anniversary of the Asian-African Conference. We have found neither the day nor the paper.', true),
		('yingkou-signed-2005', 'yingkou', 'signed', '2005?', '', '', '[]',
			'Berita mengaitkan dua hubungan baru dengan peringatan ke-50 Konferensi Asia-Afrika, yang ditulisnya 2006; peringatan itu pada 2005. Yang dimaksud kemungkinan Liuzhou dan Yingkou.',
			'The press ties two new links to the 50th Asian-African commemoration, which it dates 2006; the commemoration was in 2005. The two are presumably Liuzhou and Yingkou.', true),
		('hamamatsu-loi-2014', 'hamamatsu', 'loi', '2014-12-19', '', '', '[]',
			'Tempat dan penanda tangannya belum kami temukan. Satu dari dua sumbernya hanya menyebut tahun 2014.',
			'We have found neither the place nor the signatories. One of its two sources gives only the year 2014.', true),
		('hamamatsu-signed-2019', 'hamamatsu', 'signed', '2019-06-26', '', '', '[]',
			'Tempat dan penanda tangannya belum kami temukan.',
			'We have found neither the place nor the signatories.', true),
		('hamamatsu-renewed-2025', 'hamamatsu', 'renewed', '2025-08-11', 'Balai Kota Bandung', 'Bandung city hall',
			'[{"name": "Muhammad Farhan", "role": {"id": "wali kota Bandung", "en": "mayor of Bandung"}, "side": "ID"},
			{"name": "Yusuke Nakano", "role": {"id": "wali kota Hamamatsu", "en": "mayor of Hamamatsu"}, "side": "JP"}]',
			'Kedua wali kota disebut hadir; bahwa keduanya yang menandatangani hanya tersirat.',
			'Both mayors are named as present; that they signed is implied.', true),
		('kawasaki-signed-2016', 'kawasaki', 'signed', '2016-02-18', '', '', '[]',
			'Memorandum kerja sama antarkota untuk kota rendah karbon yang berkelanjutan.',
			'Memorandum on inter-city cooperation for a low-carbon, sustainable city.', true),
		('kawasaki-renewed-2020', 'kawasaki', 'renewed', '2020-02-06', '', '', '[]',
			'Memorandum baru tentang pembangunan kota berkelanjutan.',
			'New memorandum on sustainable city development.', true),
		('toyota-loi-2017', 'toyota', 'loi', '2017-03-23', 'Balai Kota Bandung', 'Bandung city hall',
			'[{"name": "Ridwan Kamil", "role": {"id": "wali kota Bandung", "en": "mayor of Bandung"}, "side": "ID"},
			{"name": "Toshihiko Ota", "role": {"id": "wali kota Toyota", "en": "mayor of Toyota"}, "side": "JP"},
			{"name": "Isa Subagdja", "role": {"id": "ketua DPRD Kota Bandung (saksi)", "en": "chair of the DPRD of Bandung (witness)"}, "side": "ID"},
			{"name": "Mitsuyoshi Kondo", "role": {"id": "dewan kota Toyota (saksi)", "en": "Toyota city assembly (witness)"}, "side": "JP"}]',
			'Tindak lanjut kunjungan 9 Februari 2017.',
			'Follows a visit on 9 February 2017.', true),
		('petaling-jaya-signed-2015', 'petaling-jaya', 'signed', '2015', '', '', '[]',
			'Pada 27 November 2015 disebut baru saja dibuat; harinya belum kami temukan.',
			'Described as recent on 27 November 2015; we have not found the day.', true),
		('seoul-loi-2015', 'seoul', 'loi', '2015', '', '',
			'[{"name": "Ridwan Kamil", "role": {"id": "wali kota Bandung", "en": "mayor of Bandung"}, "side": "ID"},
			{"name": "Park Won-soon", "role": {"id": "wali kota Seoul", "en": "mayor of Seoul"}, "side": "KR"}]',
			'Paling lambat 24 Mei 2015; hari pastinya belum kami temukan.',
			'On or before 24 May 2015; we have not found the exact day.', true),
		('cotabato-signed-2017', 'cotabato', 'signed', '2017-05', 'Balai Kota Bandung', 'Bandung city hall',
			'[{"name": "Ridwan Kamil", "role": {"id": "wali kota Bandung", "en": "mayor of Bandung"}, "side": "ID"},
			{"name": "Graham Nazer Guiani Dumama", "role": {"id": "wakil wali kota Cotabato", "en": "vice mayor of Cotabato"}, "side": "PH"}]',
			'Akhir pekan sebelum 14 Mei 2017; harinya tidak disebut.',
			'The weekend before 14 May 2017; the day is not stated.', true),
		('namur-partner_consent-2016', 'namur', 'partner_consent', '2016-12', 'Namur', 'Namur', '[]',
			'Dewan kota Namur menyetujui rancangannya.',
			'The municipal council of Namur approves the draft.', false),
		('namur-exploration-2017', 'namur', 'exploration', '2017-05-08', 'Balai kota Namur', 'Namur town hall',
			'[{"name": "Ridwan Kamil", "role": {"id": "wali kota Bandung", "en": "mayor of Bandung"}, "side": "ID"},
			{"name": "Anne Barzin", "role": {"id": "anggota pimpinan kota dengan wewenang wali kota", "en": "alderwoman with mayoral powers"}, "side": "BE"}]',
			'Pertemuan di Namur, lima bulan sebelum penandatanganan.',
			'Meeting in Namur, five months before the signing.', false),
		('namur-signed-2017', 'namur', 'signed', '2017-10-09', 'Kantor wali kota Namur', 'Mayor''s office, Namur',
			'[{"name": "Ridwan Kamil", "role": {"id": "wali kota Bandung", "en": "mayor of Bandung"}, "side": "ID"},
			{"name": "Maxime Prevot", "role": {"id": "wali kota Namur", "en": "mayor of Namur"}, "side": "BE"}]',
			'', '', true),
		('cuenca-loi-2017', 'cuenca', 'loi', '2017-08', 'Cuenca', 'Cuenca',
			'[{"name": "Ridwan Kamil", "role": {"id": "wali kota Bandung", "en": "mayor of Bandung"}, "side": "ID"},
			{"name": "Marcelo Cabrera", "role": {"id": "wali kota Cuenca", "en": "mayor of Cuenca"}, "side": "EC"}]',
			'Ditandatangani selama kunjungan 9 sampai 11 Agustus. Nota kesepahaman direncanakan dalam setahun.',
			'Signed during the visit of 9 to 11 August. A memorandum was foreseen within a year.', true),
		('melbourne-exploration-2014', 'melbourne', 'exploration', '2014-10', 'Bandung', 'Bandung',
			'[{"name": "Kevin Louey", "role": {"id": "anggota dewan City of Melbourne", "en": "councillor, City of Melbourne"}, "side": "AU"}]',
			'Bagian dari perjalanan 20 sampai 24 Oktober.',
			'Part of a trip of 20 to 24 October.', false),
		('melbourne-loi-2019', 'melbourne', 'loi', '2019-05-10', '', '', '[]',
			'Dilaporkan sebagai penandatanganan rancangan Letter of Intent.',
			'Reported as the signature of a draft letter of intent.', true),
		('melbourne-dprd-2023', 'melbourne', 'dprd', '2023-03-30', 'DPRD Kota Bandung', 'DPRD of Bandung', '[]',
			'Disetujui dalam rapat paripurna.',
			'Approved in a plenary session.', true),
		('melbourne-signed-2024', 'melbourne', 'signed', '2024-04-22', 'Balai Kota Melbourne', 'Melbourne Town Hall',
			'[{"name": "Sally Capp", "role": {"id": "Lord Mayor Melbourne", "en": "Lord Mayor of Melbourne"}, "side": "AU"},
			{"name": "Bambang Tirtoyuliono", "role": {"id": "Pj. Wali Kota Bandung (menandatangani terpisah di Bandung, lebih dulu)", "en": "acting mayor of Bandung (signed separately in Bandung, earlier)"}, "side": "ID"},
			{"name": "Eric Mohamad Atthauriq", "role": {"id": "asisten perekonomian Kota Bandung (saksi)", "en": "assistant for economy, Bandung (witness)"}, "side": "ID"},
			{"name": "Kuncoro Giri Waseso", "role": {"id": "Konsul Jenderal RI (saksi)", "en": "Consul General of Indonesia (witness)"}, "side": "ID"}]',
			'Berlaku empat tahun, dapat diperpanjang empat tahun dengan persetujuan tertulis.',
			'Four-year term, renewable for four years by written consent.', true),
		('hangzhou-exploration-2017', 'hangzhou', 'exploration', '2017-01-26', 'Balai Kota Bandung', 'Bandung city hall',
			'[{"name": "Siti N. Mauludiah", "role": {"id": "Konsul Jenderal RI di Shanghai", "en": "Indonesian Consul General, Shanghai"}, "side": "ID"},
			{"name": "Oded M. Danial", "role": {"id": "wakil wali kota Bandung", "en": "vice mayor of Bandung"}, "side": "ID"}]',
			'Kunjungan pemerintah Hangzhou ke Bandung.',
			'Visit of Hangzhou''s government to Bandung.', false),
		('hangzhou-exploration-2023', 'hangzhou', 'exploration', '2023-03-15', 'Bandung', 'Bandung',
			'[{"name": "Yana Mulyana", "role": {"id": "wali kota Bandung", "en": "mayor of Bandung"}, "side": "ID"},
			{"name": "Ke Jixin", "role": {"id": "wakil wali kota Hangzhou", "en": "vice mayor of Hangzhou"}, "side": "CN"}]',
			'Tujuan yang disebut: kota kembar keempat di Tiongkok, sebelum September 2023. Upaya sebelumnya terhenti karena pandemi.',
			'Aim stated: fourth Chinese sister city, before September 2023. An earlier start was broken off by the pandemic.', false),
		('wroclaw-exploration-2019', 'wroclaw', 'exploration', '2019~', 'Wrocław', 'Wrocław',
			'[{"name": "Yana Mulyana", "role": {"id": "wakil wali kota Bandung", "en": "vice mayor of Bandung"}, "side": "ID"},
			{"name": "Jakub Mazur", "role": {"id": "wakil wali kota Wrocław", "en": "vice mayor of Wrocław"}, "side": "PL"}]',
			'Tahunnya diperkirakan.',
			'The year is inferred.', false),
		('bengaluru-exploration-2017', 'bengaluru', 'exploration', '2017-12', 'Bandung', 'Bandung',
			'[{"name": "Pradeep Kumar Rawat", "role": {"id": "duta besar India", "en": "Indian ambassador"}, "side": "IN"}]',
			'India menyatakan minat pada Pekan Budaya India.',
			'India states its interest at India Cultural Week.', false)
	) as seen (key, agreement, stage, happened_on, place_id, place_en, signatories, note_id, note_en, no_document)
), kept as (
	insert into steps (id, agreement_id, stage, happened_on, place_id, place_en, signatories, note_id, note_en, no_document)
	select id, seed_id('agreement', agreement), stage, happened_on, place_id, place_en, signatories::jsonb, note_id, note_en, no_document
	from given
)
select seed_draft('step', given.key, given.id, agreements.title_id || ', ' || stages.word || ' ' || happened_on)
from given
join agreements on agreements.id = seed_id('agreement', agreement)
join (values
	('initiative', 'prakarsa'), ('exploration', 'penjajakan'), ('loi', 'Letter of Intent'), ('dprd', 'persetujuan DPRD'),
	('draft', 'penyusunan naskah'), ('partner_consent', 'persetujuan mitra'), ('signed', 'penandatanganan'), ('renewed', 'perpanjangan')
) as stages (stage, word) using (stage)
order by given.id;

select seed_cite('step', step, 'happened_on', sources::text[], says_id, says_en)
from (values
	('braunschweig-initiative-1957', '{bsw-de, bsw-en, bsw-index}', '', ''),
	('braunschweig-initiative-1957', '{grid-2021}', '1955', '1955'),
	('braunschweig-initiative-1959', '{bdg-285}', '', ''),
	('braunschweig-initiative-1960', '{bdg-285}', '', ''),
	('braunschweig-partner_consent-1960', '{bdg-285}', '', ''),
	('braunschweig-signed-1960', '{bsw-de, bsw-en, bdg-285, eki-2008, detik-2008}', '', ''),
	('braunschweig-completed-1960', '{eki-2008, detik-2008}', '', ''),
	('braunschweig-draft-2022', '{digo-2022, cikal-2022}', '', ''),
	('fort-worth-signed-1990', '{kelas-fw, eki-2008, detik-2008}', '', ''),
	('suwon-signed-1997', '{swcic}', '', ''),
	('suwon-signed-1997', '{eki-2008}', '27 Agustus 1997', '27 August 1997'),
	('liuzhou-signed-2005', '{ekpos-2025, xinhua-2025, undip-lzh}', '', ''),
	('liuzhou-signed-2005', '{detik-2008}', '2006', '2006'),
	('yingkou-signed-2005', '{detik-2008}', '', ''),
	('yingkou-signed-2005', '{detik-2008}', '2006 (seperti tercetak)', '2006 (as printed)'),
	('hamamatsu-loi-2014', '{mi-2025, hmz-2015}', '', ''),
	('hamamatsu-signed-2019', '{mi-2025}', '', ''),
	('hamamatsu-renewed-2025', '{mi-2025}', '', ''),
	('kawasaki-signed-2016', '{eri-kws, jica-kws, kws-ref-2016}', '', ''),
	('kawasaki-renewed-2020', '{eri-kws}', '', ''),
	('toyota-loi-2017', '{bisnis-tyt-2017, merdeka-tyt-2017, jabarnews-tyt-2017}', '', ''),
	('petaling-jaya-signed-2015', '{sindo-2015}', '', ''),
	('seoul-loi-2015', '{rep-seoul-2015, unibos-seoul}', '', ''),
	('cotabato-signed-2017', '{rep-ctb-2017, ibt-ctb-2017}', '', ''),
	('namur-partner_consent-2016', '{wallonia-2017}', '', ''),
	('namur-exploration-2017', '{wallonia-2017}', '', ''),
	('namur-signed-2017', '{ant-nmr-en, ant-nmr-id, netral-nmr, ant-be-plan}', '', ''),
	('cuenca-loi-2017', '{ant-cue, rmol-cue}', '', ''),
	('melbourne-exploration-2014', '{mel-2014}', '', ''),
	('melbourne-loi-2019', '{ant-mel-2023, tfr-mel-2023}', '', ''),
	('melbourne-dprd-2023', '{ant-mel-2023, hai-mel-2023}', '', ''),
	('melbourne-signed-2024', '{voi-mel-2024, sb-mel-2024, terop-mel-2024, fakta-mel-2024}', '', ''),
	('hangzhou-exploration-2017', '{bale-hgh-2017, jbr-hgh-2017}', '', ''),
	('hangzhou-exploration-2023', '{intl-hgh-2023}', '', ''),
	('wroclaw-exploration-2019', '{ant-wro}', '', ''),
	('bengaluru-exploration-2017', '{jp-blr-2018}', '', '')
) as cited (step, sources, says_id, says_en);

select seed_cite('step', 'braunschweig-completed-1960', 'note', '{bdg-285}');

select seed_ruling('step', step, 'happened_on', why_id, why_en)
from (values
	('braunschweig-initiative-1957',
		'Halaman resmi kota mitra menyebut 1957. 1955 adalah tahun konferensi dan hanya muncul di media gaya hidup.',
		'The partner''s official pages say 1957. 1955 is the conference year and appears only in lifestyle press.'),
	('suwon-signed-1997',
		'Tabel resmi kota mitra lebih kuat daripada satu blog.',
		'The partner city''s official table outweighs one blog.'),
	('liuzhou-signed-2005',
		'Peringatan ke-50 jatuh pada 2005; berita itu salah tahun.',
		'The 50th commemoration fell in 2005; the press copy has the wrong year.'),
	('yingkou-signed-2005',
		'Tidak ada sumber pertama; tahun 2005 kami simpulkan dari peringatan itu.',
		'There is no primary source; 2005 is inferred from the commemoration.')
) as ruled (step, why_id, why_en);

select seed_publish('step', 'steps');

with given as (
	select nextval(pg_get_serial_sequence('approvals', 'id')) as id, seen.*
	from (values
		('braunschweig-council-1960', 'braunschweig', 'foreign_council', 'Rat der Stadt Braunschweig', '1960-05-18', 'approved', '{}',
			'Menurut laporan, dengan suara bulat.',
			'Reportedly without dissent.'),
		('hamamatsu-dprd-2015-02', 'hamamatsu', 'dprd', 'DPRD Kota Bandung', '2015-02-04', 'pending', '{}',
			'Dibahas di komisi, bukan panitia khusus, menurut keputusan Badan Musyawarah berdasarkan tata tertib DPRD 1/2014. Persetujuannya berbentuk Surat Keputusan DPRD dan mendahului persetujuan pusat.',
			'Handled in commission, not in a special committee, by decision of the steering committee under DPRD rules of procedure 1/2014. The approval takes the form of a DPRD decree and comes before the central government''s.'),
		('hamamatsu-dprd-2015-03', 'hamamatsu', 'dprd', 'DPRD Kota Bandung', '2015-03-30', 'approved', '{}',
			'Ini tanggal laporan; hari penandatanganannya tidak disebut. Surat persetujuan sudah ditandatangani, dan langkah berikutnya penelaahan Kementerian Luar Negeri. Isinya kerja sama kota cerdas dengan JSCA; Hamamatsu dibahas bersamaan.',
			'This is the day of the report; the day of signature is not stated. The letter of approval was signed, and the next step was a review by the foreign ministry. It covers the smart-city cooperation with JSCA; Hamamatsu was discussed alongside.'),
		('namur-council-2016', 'namur', 'foreign_council', 'Conseil communal de Namur', '2016-12', 'approved', '{}',
			'Yang disetujui adalah rancangan perjanjian.',
			'What was approved is the draft agreement.'),
		('toyota-ministries-2017', 'toyota', 'ministry', 'Kementerian Luar Negeri; Kementerian Dalam Negeri', '2017-03-23', 'approved', '{}',
			'Paling lambat pada tanggal itu. Naskah Letter of Intent mendapat arahan, rekomendasi, dan persetujuan kedua kementerian.',
			'On or before that day. The text of the letter of intent had guidance, recommendation and approval of both ministries.'),
		('melbourne-dprd-2023', 'melbourne', 'dprd', 'DPRD Kota Bandung', '2023-03-30', 'approved', '{ICT,ECO,HRD,SOS,STA}',
			'Rapat paripurna, atas laporan Komisi A (ketua Rizal Khairul), dengan dasar PP 28/2018 pasal 30 ayat (1) dan (2). Bidang yang disetujui: kota cerdas; ekonomi dan perdagangan; kapasitas SDM; kota layak anak; perusahaan rintisan. Kota layak anak kami catat di bawah kesejahteraan sosial.',
			'Plenary, on a report of Komisi A (chair Rizal Khairul), with PP 28/2018 article 30 (1) and (2) as its basis. Fields approved: smart city; economy and trade; human-resource capacity; child-friendly city; start-ups. Child-friendly city stands here under social welfare.')
	) as seen (key, agreement, kind, body, decided_on, decision, sectors, note_id, note_en)
), kept as (
	insert into approvals (id, agreement_id, kind, body, number_not_found, decided_on, decision, sectors, note_id, note_en)
	select id, seed_id('agreement', agreement), kind, body, true, decided_on, decision, sectors::text[], note_id, note_en
	from given
)
select seed_draft('approval', key, id, body || ' ' || decided_on)
from given;

select seed_cite('approval', approval, field, sources::text[])
from (values
	('braunschweig-council-1960', '{bdg-285}'),
	('hamamatsu-dprd-2015-02', '{jabareks-2015}'),
	('hamamatsu-dprd-2015-03', '{fokus-2015}'),
	('namur-council-2016', '{wallonia-2017}'),
	('toyota-ministries-2017', '{jabarnews-tyt-2017}'),
	('melbourne-dprd-2023', '{ant-mel-2023, hai-mel-2023, tfr-mel-2023}')
) as cited (approval, sources)
cross join (values ('decided_on'), ('decision')) as proven (field);

select seed_cite('approval', 'melbourne-dprd-2023', 'sectors', '{ant-mel-2023, hai-mel-2023}');

select seed_publish('approval', 'approvals');

-- +goose Down
select seed_take_back('approval', 'approvals');
select seed_take_back('step', 'steps');
