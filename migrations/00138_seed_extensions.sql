-- What is known of the extensions stands at the extensions: the two steps hung on the older papers. Of the mayors at the one of 2025 the
-- source says that they were there, and no more; that is what their offices say now. And what reached residents says who was reached:
-- that a delegation came is attendance and no result. Names of regions that no reader of Indonesian knows in English are named plainly.

-- +goose Up
update steps
set agreement_id = seed_id('agreement', 'hamamatsu-2025'),
	signatories = '[{"name": "Muhammad Farhan", "role": {"id": "wali kota Bandung (hadir; bahwa ia menandatangani hanya tersirat)", "en": "mayor of Bandung (present; that he signed is implied)"}, "side": "ID"},
		{"name": "Yusuke Nakano", "role": {"id": "wali kota Hamamatsu (hadir; bahwa ia menandatangani hanya tersirat)", "en": "mayor of Hamamatsu (present; that he signed is implied)"}, "side": "JP"}]'
where id = seed_id('step', 'hamamatsu-renewed-2025')
	and version = 1;
update steps
set agreement_id = seed_id('agreement', 'kawasaki-2020')
where id = seed_id('step', 'kawasaki-renewed-2020')
	and version = 1;
select seed_amend('step', 'steps');

update activities
set result_id = '', result_en = ''
where id = seed_id('activity', 'fw-2024')
	and version = 1;
update activities
set result_id = '652 mahasiswa dari seluruh Indonesia dididik; berapa di antaranya dari Bandung belum diketahui.',
	result_en = '652 students from all of Indonesia were trained; how many of them came from Bandung is not known.'
where id = seed_id('activity', 'lzh-vocational')
	and version = 1;
select seed_amend('activity', 'activities');

update programs
set result_id = '', result_en = ''
where id = seed_id('program', 'fw-2024')
	and version = 1;
update programs
set result_id = '652 mahasiswa dari seluruh Indonesia dididik; berapa di antaranya dari Bandung belum diketahui. Menurut sekolah itu sendiri, 90 persen bekerja dalam usaha Tiongkok–Indonesia.',
	result_en = '652 students from all of Indonesia were trained; how many of them came from Bandung is not known. By the college''s own claim 90 per cent work in business between China and Indonesia.'
where id = seed_id('program', 'lzh-vocational')
	and version = 1;
select seed_amend('program', 'programs');

update cities
set region = 'Guangxi'
where id = seed_id('city', 'liuzhou')
	and version = 1;
update cities
set region = 'Bangsamoro'
where id = seed_id('city', 'cotabato')
	and version = 1;
select seed_amend('city', 'cities');

-- +goose Down
update steps
set agreement_id = seed_id('agreement', 'hamamatsu'),
	signatories = '[{"name": "Muhammad Farhan", "role": {"id": "wali kota Bandung", "en": "mayor of Bandung"}, "side": "ID"},
		{"name": "Yusuke Nakano", "role": {"id": "wali kota Hamamatsu", "en": "mayor of Hamamatsu"}, "side": "JP"}]'
where id = seed_id('step', 'hamamatsu-renewed-2025')
	and version = 1;
update steps
set agreement_id = seed_id('agreement', 'kawasaki')
where id = seed_id('step', 'kawasaki-renewed-2020')
	and version = 1;
select seed_amend('step', 'steps');

update activities
set result_id = 'Sepuluh anggota delegasi datang.', result_en = 'Ten delegates came.'
where id = seed_id('activity', 'fw-2024')
	and version = 1;
update activities
set result_id = '652 mahasiswa dari seluruh Indonesia.', result_en = '652 students from all of Indonesia.'
where id = seed_id('activity', 'lzh-vocational')
	and version = 1;
select seed_amend('activity', 'activities');

update programs
set result_id = 'Sepuluh anggota delegasi datang, menurut berita 9 Juni 2024.', result_en = 'Ten delegates came, by a report of 9 June 2024.'
where id = seed_id('program', 'fw-2024')
	and version = 1;
update programs
set result_id = '652 mahasiswa Indonesia dididik. Menurut sekolah itu sendiri, 90 persen bekerja dalam usaha Tiongkok–Indonesia.',
	result_en = '652 Indonesian students were trained. By the college''s own claim 90 per cent work in business between China and Indonesia.'
where id = seed_id('program', 'lzh-vocational')
	and version = 1;
select seed_amend('program', 'programs');

update cities
set region = 'Guangxi Zhuang Autonomous Region'
where id = seed_id('city', 'liuzhou')
	and version = 1;
update cities
set region = 'Bangsamoro (then ARMM seat)'
where id = seed_id('city', 'cotabato')
	and version = 1;
select seed_amend('city', 'cities');
