-- Titles and publishers of sources are their own words; what we say of a source stands in its note, in both languages. Sources that staff
-- have edited keep what they have.

-- +goose Up
with told (slug, title, publisher, note_id, note_en) as (
	values
		('bdg-285', 'Sister City', 'Pemerintah Kota Bandung',
			'Kronologi resmi Bandung dan Braunschweig; salinan yang tersimpan hanya memuat bagian pertama. Tanggalnya cap pemindahan situs, bukan tanggal terbit.',
			'Official chronology of Bandung and Braunschweig; the stored copy holds only the first part. Its date is a stamp of the site''s migration, not of publication.'),
		('detik-2008', 'Apa Manfaat Sister City?', 'detikBandung',
			'Salinan di sebuah blog, mirip kata demi kata dengan teks awal register ini. Peringatan 50 tahun Konferensi Asia Afrika ditulis 2006, bukan 2005.',
			'A copy on a blog, close in wording to the text with which this register began. It puts the 50th Asian-African commemoration in 2006 instead of 2005.'),
		('detik-2008b', 'Pelesir ke Sister City Kota Bandung Harus Dipertanggungjawabkan', 'detikBandung',
			'Salinan di sebuah blog; menyebut lima mitra yang dibiayai, dengan ejaan Liuzhou.',
			'A copy on a blog; names the five partners that were funded, with the spelling Liuzhou.'),
		('aid-bsw', 'Skripsi tentang bantuan dan prasarana Bandung-Braunschweig', '123dok',
			'Judul aslinya belum ditemukan. Kutipan skripsi yang merujuk Rani (2013).',
			'Its own title has not been found. An extract of a thesis that cites Rani (2013).'),
		('suwon-2007', 'Suwon''s international exchange', 'Suwon City e-news',
			'Berita resmi kota, sebuah tulisan khas; Bandung tercantum di bawah tahun 1997.',
			'Official city news, a feature; lists Bandung under 1997.'),
		('swn-thesis', 'Program Kerjasama Sister City Kota Bandung dan Suwon', '123dok', 'Satu bab skripsi.', 'A chapter of a thesis.'),
		('swn-domloboy', 'Implementation Cooperation Sister City of Bandung and Suwon 1997-2015', 'E.N. Domloboy Nst, Universitas Muhammadiyah Yogyakarta',
			'Kajian pustaka.', 'A study of literature.'),
		('xinhua-2025', 'Keberhasilan kerja sama Liuzhou-Bandung', 'Xinhua/ANTARA, selalukabar.com',
			'Salinan berita kantor berita; bulannya tidak disebut.', 'Copy of an agency story; the month is not stated.'),
		('kws-thesis', 'Skripsi tentang paradiplomasi Bandung-Kawasaki', '123dok',
			'Judul aslinya belum ditemukan. Kutipan skripsi.', 'Its own title has not been found. An extract of a thesis.'),
		('unibos-seoul', 'Sister City Bandung-Seoul', 'Universitas Bosowa', 'Abstrak tentang diplomasi budaya.', 'An abstract on cultural diplomacy.'),
		('mora-seoul', 'Advokasi Kebijakan dalam Kerjasama Smart City Bandung dan Seoul 2016-2019', 'Moraref, Kementerian Agama', 'Abstrak.', 'An abstract.'),
		('unigal-seoul', 'Evaluasi Kerja Sama Daerah Kota Bandung: Bandung-Seoul', 'Moderat, Universitas Galuh', 'Abstrak.', 'An abstract.'),
		('wd-2016', 'sister-cities', 'L3viathan, GitHub',
			'Tautan kota kembar dari Wikidata, disunting orang banyak. 34.182 baris searah, 17.401 pasangan, 10.055 nama; hanya bagian yang saling bersambung.',
			'Twin-town links from Wikidata, edited by the crowd. 34,182 directed rows, 17,401 distinct pairs, 10,055 names; only the part that hangs together.'),
		('ksln-mou', 'Sister city: kategori dan tahapan MoU', 'ksln.co.id',
			'Situs unit kerja sama luar negeri Kota Bandung. Menerangkan tahapan sebelum 2018; hanya yang pertama yang tersimpan.',
			'Site of the city''s unit for foreign cooperation. Describes the stages before 2018; only the first ones are stored.')
)
update sources as s
set title = told.title, publisher = told.publisher, note_id = told.note_id, note_en = told.note_en
from told
where s.slug = told.slug
	and s.version = 1;
select seed_amend('source', 'sources');

-- +goose Down
with told (slug, title, publisher) as (
	values
		('bdg-285', 'Sister City (Bandung - Braunschweig chronology)', 'Pemerintah Kota Bandung'),
		('detik-2008', 'Apa Manfaat Sister City? (detikbandung copy)', 'blog reprint of detikbandung'),
		('detik-2008b', 'Pelesir ke Sister City Kota Bandung Harus Dipertanggungjawabkan', 'blog reprint of detikbandung'),
		('aid-bsw', 'Thesis extract: aid and infrastructure items, Bandung-Braunschweig', '123dok'),
		('suwon-2007', 'Suwon''s international exchange (feature)', 'Suwon City e-news'),
		('swn-thesis', 'Program Kerjasama Sister City Kota Bandung dan Suwon', '123dok (thesis chapter)'),
		('swn-domloboy', 'Implementation Cooperation Sister City of Bandung and Suwon 1997-2015 (literature study)', 'E.N. Domloboy Nst, Universitas Muhammadiyah Yogyakarta'),
		('xinhua-2025', 'Keberhasilan kerja sama Liuzhou-Bandung (Xinhua/ANTARA)', 'reprint on selalukabar.com'),
		('kws-thesis', 'Bandung-Kawasaki paradiplomacy (thesis extract)', '123dok'),
		('unibos-seoul', 'Sister City Bandung-Seoul, cultural diplomacy (abstract)', 'Universitas Bosowa'),
		('mora-seoul', 'Advokasi Kebijakan dalam Kerjasama Smart City Bandung dan Seoul 2016-2019 (abstract)', 'Moraref (Kemenag)'),
		('unigal-seoul', 'Evaluasi Kerja Sama Daerah Kota Bandung: Bandung-Seoul (abstract)', 'Moderat, Universitas Galuh'),
		('wd-2016', 'Crawl of Wikidata twin-town links', 'L3viathan/sister-cities (GitHub)'),
		('ksln-mou', 'Sister city: MoU category and stages', 'Bandung city foreign-cooperation unit site (ksln.co.id)')
)
update sources as s
set title = told.title, publisher = told.publisher
from told
where s.slug = told.slug
	and s.version = 1;
select seed_amend('source', 'sources');
