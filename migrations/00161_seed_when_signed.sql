-- What sources say of the day of a signing is a day. Of Hamamatsu they said what the tie was at some time, which means that it was signed
-- before or after; of Fort Worth one names the day of a reception, which is no day of a signing at all. Papers that staff have edited keep
-- what they left.

-- +goose Up
update citations
set says_id = told.says_id, says_en = told.says_en
from (values
	('eki-2008', 'sebelum 2008', 'before 2008'),
	('hmz-2009', 'sesudah 2009 (waktu itu masih cita-cita)', 'after 2009 (still an aim then)'),
	('jabareks-2015', 'sesudah Februari 2015 (waktu itu baru Letter of Intent)', 'after February 2015 (only a letter of intent then)')
) as told (source, says_id, says_en)
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'hamamatsu') and version = 1)
	and field = 'signed_on'
	and citations.says_id <> ''
	and source_id = seed_id('source', told.source);

delete from citations
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'fort-worth') and version = 1)
	and field = 'signed_on'
	and source_id = seed_id('source', 'amfa-2025')
	and says_id like '13 Mei%';

update rulings
set why_id = 'Sumber yang hanya menyebut tahun atau bulan tidak membantah tanggalnya. Perayaan pada 13 Mei 2025 memperingati ikatan itu, bukan hari penandatanganannya.',
	why_en = 'Sources that name only the year or the month do not contradict the day. The reception of 13 May 2025 marked the tie, not the day of its signing.'
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'fort-worth') and version = 1)
	and field = 'signed_on';

select seed_amend('agreement', 'agreements');

-- +goose Down
update citations
set says_id = told.says_id, says_en = told.says_en
from (values
	('eki-2008', 'sebelum 2008 sudah terikat resmi', 'already formally linked before 2008'),
	('hmz-2009', 'pada 2009 kota kembar atau kota sahabat masih cita-cita', 'in 2009 a sister or friendship city was still an aim'),
	('jabareks-2015', 'pada Februari 2015 baru Letter of Intent, persetujuan DPRD belum ada', 'in February 2015 a letter of intent only, council approval pending')
) as told (source, says_id, says_en)
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'hamamatsu') and version = 1)
	and field = 'signed_on'
	and citations.says_id <> ''
	and source_id = seed_id('source', told.source);

insert into citations (kind, record_id, position, field, source_id, says_id, says_en)
select 'agreement', id, (select max(position) + 1 from citations where kind = 'agreement' and record_id = agreements.id),
	'signed_on', seed_id('source', 'amfa-2025'), '13 Mei (hari perayaan ulang tahun pada 2025)', '13 May (day of the anniversary event in 2025)'
from agreements
where id = seed_id('agreement', 'fort-worth')
	and version = 1;

update rulings
set why_id = '13 Mei adalah hari perayaan pada 2025, bukan hari penandatanganan.',
	why_en = '13 May is the day of a reception in 2025, not of the signing.'
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'fort-worth') and version = 1)
	and field = 'signed_on';

select seed_amend('agreement', 'agreements');
