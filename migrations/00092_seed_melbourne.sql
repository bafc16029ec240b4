-- What stands behind the type and the fields of some papers. Melbourne's fields are those of its signed text: start-ups were only in
-- the plan that the council approved, and stand there. Papers that staff have edited keep what they left.

-- +goose Up
update agreements
set sectors = '{ICT,ECO,EDU,HRD,URB,RES}'
where id = seed_id('agreement', 'melbourne')
	and version = 1;

update citations
set says_id = '', says_en = ''
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'melbourne') and version = 1)
	and (field = 'legal_type' and source_id = seed_id('source', 'iab-mel-2024')
		or field = 'sectors' and source_id in (seed_id('source', 'voi-mel-2024'), seed_id('source', 'sb-mel-2024'), seed_id('source', 'terop-mel-2024')));

update rulings
set why_id = 'Kedua kota dan konsulat sepakat tentang MoU 22 April 2024. Staf City of Melbourne menyebutnya kemitraan, dan tidak ada dokumen Melbourne yang kami temukan yang menyebut kota kembar; itu sebutan Bandung. Kata-kata teks awal mendahului setahun.',
	why_en = 'Both cities and the consulate agree on the memorandum of 22 April 2024. Staff of the City of Melbourne call it a partnership, and we have found no Melbourne document that says sister city; that is Bandung''s label. The text with which this register began was a year early.'
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'melbourne') and version = 1)
	and field = 'legal_type';

update rulings
set why_id = 'Teks yang ditandatangani lebih kuat daripada rencana. Perusahaan rintisan hanya disebut dalam rencana 2023.',
	why_en = 'The signed text outweighs the plan. Start-ups are named only in the plan of 2023.'
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'melbourne') and version = 1)
	and field = 'sectors';

with told as (
	select * from (values
		('hamamatsu-2025', '{mi-2025}'::text[]),
		('kawasaki-2020', '{eri-kws}')
	) as paper (slug, sources)
)
select seed_cite('agreement', told.slug, 'legal_type', told.sources)
from told
join agreements on agreements.id = seed_id('agreement', told.slug)
where agreements.version = 1;

select seed_amend('agreement', 'agreements');

-- +goose Down
delete from citations
where kind = 'agreement'
	and record_id in (
		select id from agreements where id in (seed_id('agreement', 'hamamatsu-2025'), seed_id('agreement', 'kawasaki-2020')) and version = 1)
	and field = 'legal_type';

update rulings
set why_id = 'Teks yang ditandatangani lebih kuat daripada rencana. Perusahaan rintisan hanya disebut dalam rencana 2023; bidang itu tetap dicatat sampai naskahnya bisa dibaca, karena kegiatannya ada pada 2022.',
	why_en = 'The signed text outweighs the plan. Start-ups are named only in the plan of 2023; the field stays listed until the paper itself can be read, because there was activity in it in 2022.'
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'melbourne') and version = 1)
	and field = 'sectors';

update rulings
set why_id = 'Kedua kota dan konsulat sepakat tentang MoU 22 April 2024. Tidak ada dokumen Melbourne yang kami temukan yang menyebut kota kembar; itu sebutan Bandung. Kata-kata teks awal mendahului setahun.',
	why_en = 'Both cities and the consulate agree on the memorandum of 22 April 2024. We have found no Melbourne document that says sister city; that is Bandung''s label. The text with which this register began was a year early.'
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'melbourne') and version = 1)
	and field = 'legal_type';

update citations
set says_id = 'MoU 2024, disebut kemitraan oleh staf City of Melbourne', says_en = 'memorandum of 2024, called partnership by City of Melbourne staff'
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'melbourne') and version = 1)
	and field = 'legal_type'
	and source_id = seed_id('source', 'iab-mel-2024');

update citations
set says_id = 'kota cerdas; ekonomi dan perdagangan; pendidikan tinggi, pelatihan, dan kapasitas; kota layak huni; ketahanan kota (MoU 2024)',
	says_en = 'smart city; economy and trade; higher education, training and capacity; liveable city; city resilience (memorandum of 2024)'
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'melbourne') and version = 1)
	and field = 'sectors'
	and source_id in (seed_id('source', 'voi-mel-2024'), seed_id('source', 'sb-mel-2024'), seed_id('source', 'terop-mel-2024'));

update agreements
set sectors = '{ICT,ECO,EDU,HRD,URB,RES,STA}'
where id = seed_id('agreement', 'melbourne')
	and version = 1;
select seed_amend('agreement', 'agreements');
