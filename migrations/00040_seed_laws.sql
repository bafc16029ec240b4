-- The texts in which the rules of the legal path were read. No record of a tie rests on them; the page of the legal path does.

-- +goose Up
with kept as (
	insert into sources (slug, title, publisher, url, published_on, language, quality, note_id, note_en) values
		('uu-37-1999', 'Undang-Undang Nomor 37 Tahun 1999 tentang Hubungan Luar Negeri, Bab II', 'peraturan.info',
			'https://peraturan.info/uu/1999/37/bab-ii',
			'1999', 'id', 'secondary',
			'Salinan tidak resmi. Pasal 5 sampai 7 kami baca.',
			'An unofficial copy. Articles 5 to 7 were read.'),
		('uu-24-2000', 'Undang-Undang Nomor 24 Tahun 2000 tentang Perjanjian Internasional, Pasal 5', 'peraturan.info',
			'https://peraturan.info/uu/2000/24/pasal-5',
			'2000', 'id', 'secondary',
			'Salinan tidak resmi. Pasal 5 kami baca.',
			'An unofficial copy. Article 5 was read.'),
		('pp-28-2018', 'Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah', 'peraturan.info',
			'https://peraturan.info/pp/2018/28',
			'2018', 'id', 'secondary',
			'Salinan tidak resmi. Pasal 1 kami baca; pasal lain hanya lewat kutipan.',
			'An unofficial copy. Article 1 was read; other articles only as quoted.'),
		('permendagri-25-2020', 'Peraturan Menteri Dalam Negeri Nomor 25 Tahun 2020 (pembukaan)', '123dok',
			'https://123dok.com/document/yd83vn1q-undang-undang-nomor-tahun-c-tentang.html',
			'2020', 'id', 'secondary',
			'Hasil pindai. Yang kami baca pembukaannya, bukan pasalnya.',
			'A scan. The preamble was read, not the articles.'),
		('perda-semarang-2021', 'Peraturan Daerah Kabupaten Semarang Nomor 4 Tahun 2021', 'pasal.id',
			'https://pasal.id/en/peraturan/perda/perda-kabupaten-semarang-no-4-tahun-2021',
			'2021', 'id', 'secondary',
			'Bukan aturan Bandung. Dipakai karena menyebut jenis dan tahapan kerja sama luar negeri; salinannya terputus sesudah tahap ketujuh.',
			'Not a rule of Bandung. Used because it names the kinds and stages of cooperation abroad; the copy breaks off after the seventh stage.'),
		('bandung-ksdpl', 'Fasilitasi naskah KSDPL', 'Kerja Sama Kota Bandung (kerjasama.bandung.go.id)',
			'https://kerjasama.bandung.go.id/dokumentasi/layanan-publik/fasilitasi-naskah-ksdpl',
			null, 'id', 'official',
			'Halaman layanan kota. Dasar hukumnya dari sebelum 2018, dan ia menyebut gubernur, jadi tampaknya mengikuti contoh provinsi.',
			'A service page of the city. Its legal basis is from before 2018, and it speaks of the governor, so it seems to follow a model of the province.'),
		('banten-2020', 'Biro Pemerintahan & Kesra Sosialisasikan Permendagri tentang Kerja Sama Daerah dengan Pemda dan Lembaga di Luar Negeri', 'Biro Pemerintahan Provinsi Banten',
			'https://biropemerintahan.bantenprov.go.id/post/biro-pemerintahan-sosialisasikan-permendagri-tentang-kerja-sama-daerah-dengan-pemda-dan-lembaga-di-luar-negeri',
			'2020-12', 'id', 'secondary', '', ''),
		('aminpahmi-2023', 'Pelimpahan Kewenangan Pemerintah Pusat Kepeda Pemerintah Daerah dalam Melakukan Kerjasama Luar Negeri Menurut Peraruran Perundang-undangan di Inonesia', 'Kompasiana (aminpahmi)',
			'https://kompasiana.com/aminpahmi/646f171208a8b548646982e2/pelimpahan-kewenangan-pemerintah-pusat-kepeda-pemerintah-daerah-dalam-melakukan-kerjasama-luar-negeri-menurut-peraruran-perundang-undangan-di-inonesia',
			'2023', 'id', 'secondary',
			'Mengutip UU 37/1999 pasal 1 dan UU 23/2014 pasal 367.',
			'Quotes article 1 of Law 37/1999 and article 367 of Law 23/2014.'),
		('setkab-2023', 'Memaksimalkan Kerja Sama Pemerintah Daerah dengan Pihak Luar Negeri', 'Sekretariat Kabinet RI',
			'https://setkab.go.id/memaksimalkan-kerja-sama-pemerintah-daerah-dengan-pihak-luar-negeri',
			'2023-04-01', 'id', 'secondary',
			'Tulisan opini dua pegawai.',
			'An opinion piece by two officials.'),
		('jambi-ksdpl', 'Kerja sama daerah dengan pemerintah daerah di luar negeri', 'Pemerintah Kota Jambi',
			'https://kerjasama.jambikota.go.id/luar-negeri/kerjasama-swasta-asing/',
			null, 'id', 'secondary',
			'Kota lain, untuk syarat yang berlaku di semua daerah. Judulnya dari kami.',
			'Another city, for requirements that hold everywhere. The title is ours.'),
		('clair-faq', 'Sister city relationships FAQ', 'Council of Local Authorities for International Relations (CLAIR)',
			'https://clair.or.jp/e/exchange/shimai/qanda.html',
			null, 'en', 'official',
			'Untuk tiga syarat kota kembar.',
			'For the three conditions of a sister city.')
	returning id, slug, title
)
select seed_draft('source', slug, id, title) from kept;

select seed_publish('source', 'sources');

-- +goose Down
create temporary table gone on commit drop as
	select record_id as id
	from changes
	where key = any(array['seed:source:uu-37-1999', 'seed:source:uu-24-2000', 'seed:source:pp-28-2018', 'seed:source:permendagri-25-2020',
		'seed:source:perda-semarang-2021', 'seed:source:bandung-ksdpl', 'seed:source:banten-2020', 'seed:source:aminpahmi-2023',
		'seed:source:setkab-2023', 'seed:source:jambi-ksdpl', 'seed:source:clair-faq']);
delete from sources where id in (select id from gone);
alter table changes disable trigger changes_are_final;
delete from changes where kind = 'source' and record_id in (select id from gone) and key like 'seed:%';
alter table changes enable trigger changes_are_final;
drop table gone;
