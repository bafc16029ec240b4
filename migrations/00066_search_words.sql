-- More words of one meaning, for which readers asked and found nothing.

-- +goose Up
insert into search_synonyms (meaning, term, named) values
	('student', 'pelajar', true),
	('student', 'siswa', true),
	('aid', 'bantuan', true),
	('aid', 'sumbangan', true),
	('aid', 'hibah', true),
	('aid', 'aid', true),
	('aid', 'donation', true),
	('mask', 'masker', true),
	('mask', 'mask', true),
	('mask', 'masks', false),
	('mask', 'face masks', false);

-- +goose Down
delete from search_synonyms
where meaning in ('aid', 'mask')
	or term in ('pelajar', 'siswa');
