-- Undertakings that sources name in words. The papers themselves are not held, so none is a quotation and no article is known.
-- What became of them is not on record, so their state is null: not known.

-- +goose Up
with given as (
	select nextval(pg_get_serial_sequence('promises', 'id')) as id, told.*
	from (values
		('hamamatsu-workers', 'hamamatsu-2025', '{HRD}', null,
			'Melatih tenaga terampil, antara lain tenaga perawatan dan teknisi.', 'Train skilled workers, among them care workers and technicians.',
			'200 peserta setahun', '200 trainees a year',
			'Sasaran yang disebut saat nota kesepahaman diperpanjang. Apakah tertulis dalam naskahnya belum kami ketahui.',
			'A target named when the memorandum was extended. Whether it is written in the paper we do not know yet.'),
		('cuenca-store', 'cuenca', '{UMK,CRE}', '2018-02~',
			'Membuka toko Little Bandung di Portal Artesanal, Cuenca.', 'Open a Little Bandung store at Portal Artesanal, Cuenca.',
			'', '',
			'Disebut akan buka dalam enam bulan sejak Agustus 2017. Pembukaannya belum kami temukan.',
			'Said to open within six months of August 2017. We have not found its opening.'),
		('cuenca-memorandum', 'cuenca', '{}', '2018-08~',
			'Melanjutkan Letter of Intent dengan nota kesepahaman dalam setahun.', 'Follow the letter of intent with a memorandum within a year.',
			'', '',
			'Nota kesepahaman itu belum kami temukan.',
			'We have not found that memorandum.')
	) as told (key, agreement, sectors, due_on, words_id, words_en, target_id, target_en, note_id, note_en)
), kept as (
	insert into promises (id, agreement_id, words_id, words_en, sectors, target_id, target_en, due_on, note_id, note_en)
	select id, seed_id('agreement', agreement), words_id, words_en, sectors::text[], target_id, target_en, due_on, note_id, note_en
	from given
)
select seed_draft('promise', key, id, words_id) from given;

select seed_cite('promise', promise, field, sources::text[])
from (values
	('hamamatsu-workers', '{words, sectors, target}', '{mi-2025}'),
	('cuenca-store', '{words, sectors, due_on}', '{rmol-cue, rep-cue-2017, merdeka-lbec-2017}'),
	('cuenca-memorandum', '{words, due_on}', '{ant-cue, rmol-cue}')
) as cited (promise, fields, sources)
cross join unnest(fields::text[]) as field;

select seed_publish('promise', 'promises');

-- +goose Down
select seed_take_back('promise', 'promises');
