-- Words of one meaning for fields that readers ask for.

-- +goose Up
insert into search_synonyms (meaning, term, named) values
	('tourism', 'wisata', true),
	('tourism', 'pariwisata', true),
	('tourism', 'tourism', true),
	('scholarship', 'beasiswa', true),
	('scholarship', 'scholarship', true),
	('scholarship', 'scholarships', false),
	('study', 'kuliah', true),
	('study', 'studi', true),
	('study', 'study', true),
	('study', 'studies', false);

-- +goose Down
delete from search_synonyms
where meaning in ('tourism', 'scholarship', 'study');
