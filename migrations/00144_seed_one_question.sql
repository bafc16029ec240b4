-- A dispute answers one question. Beside Melbourne's type in law stood what sources say of the time of its signing; that is a dispute of
-- its own now, as is which rules applied. What the press called Toyota is no form of paper, and it is cited for the type already. Papers
-- that staff have edited keep what they left.

-- +goose Up
update citations
set says_id = 'kota kembar', says_en = 'a sister city'
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'melbourne') and version = 1)
	and field = 'legal_type'
	and says_id <> '';

select seed_cite('agreement', 'melbourne', told.field, told.sources, told.says_id, told.says_en)
from (values
	('signed_on', '{seed}'::text[], '2023', '2023'),
	('signed_on', '{sisi-mel}', 'sebelum 2019', 'before 2019'),
	('regime', '{ant-mel-2023, hai-mel-2023, tfr-mel-2023}', '', '')
) as told (field, sources, says_id, says_en)
join agreements on agreements.id = seed_id('agreement', 'melbourne')
where agreements.version = 1;

update rulings
set why_id = ruled.why_id, why_en = ruled.why_en
from (values
	('legal_type',
		'Kedua kota dan konsulat sepakat bahwa ada nota kesepahaman. Staf City of Melbourne menyebutnya kemitraan, dan tidak ada dokumen Melbourne yang kami temukan yang menyebut kota kembar; itu sebutan Bandung.',
		'Both cities and the consulate agree that there is a memorandum. Staff of the City of Melbourne call it a partnership, and we have found no Melbourne document that says sister city; that is Bandung''s label.'),
	('signed_on',
		'Kedua kota dan konsulat sepakat tentang 22 April 2024. Pada 30 Maret 2023 baru DPRD yang menyetujui rencananya; ANTARA dan TFR News menulis waktu itu bahwa nota kesepahamannya belum ditandatangani. Tentang sebuah ikatan sebelum 2019 belum kami temukan sumber lain.',
		'Both cities and the consulate agree on 22 April 2024. On 30 March 2023 the DPRD only approved the plan; ANTARA and TFR News wrote then that the memorandum was still to be signed. Of a tie before 2019 we have found no other source.'),
	('regime',
		'DPRD menyetujui menurut PP 28/2018. Persetujuan DPD tidak kami pakai: tidak ada aturan Indonesia yang kami temukan yang memberi DPD peran. Mungkin maksudnya DPRD atau kementerian.',
		'The DPRD approved it under PP 28/2018. We do not use the approval of the DPD: we have found no Indonesian rule that gives the DPD a role. It probably means the DPRD or the ministries.')
) as ruled (field, why_id, why_en)
where rulings.kind = 'agreement'
	and rulings.record_id = (select id from agreements where id = seed_id('agreement', 'melbourne') and version = 1)
	and rulings.field = ruled.field;

delete from citations
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'toyota') and version = 1)
	and field = 'instrument'
	and source_id = seed_id('source', 'rep-cue-2017');

update citations
set says_id = 'perjanjian kota kembar sesudahnya, hanya tersirat: ' || says_id, says_en = 'a later sister-city agreement, only implied: ' || says_en
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'seoul') and version = 1)
	and field = 'instrument'
	and says_id <> '';

select seed_amend('agreement', 'agreements');

-- +goose Down
update citations
set says_id = replace(says_id, 'perjanjian kota kembar sesudahnya, hanya tersirat: ', ''), says_en = replace(says_en, 'a later sister-city agreement, only implied: ', '')
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'seoul') and version = 1)
	and field = 'instrument';

insert into citations (kind, record_id, position, field, source_id, says_id, says_en)
select 'agreement', id, (select max(position) + 1 from citations where kind = 'agreement' and record_id = agreements.id),
	'instrument', seed_id('source', 'rep-cue-2017'), 'kota kembar', 'sister city'
from agreements
where id = seed_id('agreement', 'toyota')
	and version = 1;

update rulings
set why_id = ruled.why_id, why_en = ruled.why_en
from (values
	('legal_type',
		'Kedua kota dan konsulat sepakat tentang MoU 22 April 2024. Staf City of Melbourne menyebutnya kemitraan, dan tidak ada dokumen Melbourne yang kami temukan yang menyebut kota kembar; itu sebutan Bandung. Kata-kata teks awal mendahului setahun.',
		'Both cities and the consulate agree on the memorandum of 22 April 2024. Staff of the City of Melbourne call it a partnership, and we have found no Melbourne document that says sister city; that is Bandung''s label. The text with which this register began was a year early.'),
	('signed_on',
		'30 Maret 2023 baru persetujuan DPRD; MoU ditandatangani pada 22 April 2024.',
		'30 March 2023 was only the approval of the DPRD; the memorandum was signed on 22 April 2024.'),
	('regime',
		'Tidak kami pakai: tidak ada aturan Indonesia yang kami temukan yang memberi DPD peran. Mungkin maksudnya DPRD atau kementerian.',
		'Not used: we have found no Indonesian rule that gives the DPD a role. It probably means the DPRD or the ministries.')
) as ruled (field, why_id, why_en)
where rulings.kind = 'agreement'
	and rulings.record_id = (select id from agreements where id = seed_id('agreement', 'melbourne') and version = 1)
	and rulings.field = ruled.field;

delete from citations
where kind = 'agreement'
	and record_id = (select id from agreements where id = seed_id('agreement', 'melbourne') and version = 1)
	and (field = 'signed_on' and says_id <> '' or field = 'regime' and says_id = '');

update citations
set says_id = told.says_id, says_en = told.says_en
from (values
	('seed', 'kota kembar, dibentuk pada 2023', 'sister city, established in 2023'),
	('ant-mel-2023', 'rencana disetujui DPRD pada 2023, MoU belum ditandatangani', 'plan approved by the DPRD in 2023, memorandum still to be signed'),
	('tfr-mel-2023', 'rencana disetujui DPRD pada 2023, MoU belum ditandatangani', 'plan approved by the DPRD in 2023, memorandum still to be signed'),
	('terop-mel-2024', 'MoU 2024, disebut kota kembar oleh Bandung', 'memorandum of 2024, called sister city by Bandung'),
	('sisi-mel', '“kota kembar” yang tidur sebelum 2019', 'a dormant “sister city” before 2019')
) as told (source, says_id, says_en)
where citations.kind = 'agreement'
	and citations.record_id = (select id from agreements where id = seed_id('agreement', 'melbourne') and version = 1)
	and citations.field = 'legal_type'
	and citations.says_id <> ''
	and citations.source_id = seed_id('source', told.source);

select seed_amend('agreement', 'agreements');
