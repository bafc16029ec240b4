-- What readers search in: one document for each public record that can be found, written by the program along with the record.
--
-- The two extensions come with PostgreSQL and need no superuser: the owner of the database may create them. They stay on the way
-- down, because others may use them.

-- +goose Up
create extension if not exists unaccent;
create extension if not exists pg_trgm;

create text search configuration register_id (copy = pg_catalog.indonesian);
alter text search configuration register_id alter mapping for hword, hword_part, word with unaccent, indonesian_stem;
create text search configuration register_en (copy = pg_catalog.english);
alter text search configuration register_en alter mapping for hword, hword_part, word with unaccent, english_stem;
create text search configuration register_words (copy = pg_catalog.simple);
alter text search configuration register_words alter mapping for hword, hword_part, word with unaccent, simple;
comment on text search configuration register_words is 'Words as they stand, without accents: names, and what is typed half';

-- Signs that would join words to an address, a path or a negative number part them; the body of a document is read to a limit.
create function search_plain(said text) returns text language sql immutable parallel safe
	return regexp_replace(regexp_replace(left(said, 20000), '[][/.,:;|_@~#&+*<>(){}=·•…–—−„“”«»‘’]', ' ', 'g'), '([0-9])-', '\1 ', 'g');

create function search_vector(said_id text, said_en text) returns tsvector language sql immutable parallel safe
	return to_tsvector('register_id', search_plain(said_id))
		|| to_tsvector('register_en', search_plain(said_en))
		|| to_tsvector('register_words', search_plain(said_id || ' ' || said_en));

create function search_names(said text) returns text language sql immutable parallel safe
	return array_to_string(tsvector_to_array(to_tsvector('register_words', search_plain(said))), ' ');
comment on function search_names is 'The different words of a text, plain and small, for the comparison of spellings';

create table search_documents (
	kind        text not null,
	record_id   bigint not null,
	slug        text not null,
	above_kind  text not null,
	above_id    bigint not null,
	title_id    text not null,
	title_en    text not null,
	title_lang  text not null,
	also        text not null,
	body_id     text not null,
	body_en     text not null,
	near        text not null,
	above       text not null default '',
	happened_on edtf,
	names       text not null generated always as (search_names(title_id || ' ' || title_en || ' ' || also)) stored,
	words       tsvector not null generated always as (
		setweight(search_vector(title_id, title_en), 'A')
		|| setweight(search_vector(also, also), 'B')
		|| setweight(search_vector(body_id, body_en), 'C')
		|| setweight(search_vector(near || ' ' || above, near || ' ' || above), 'D')) stored,
	constraint search_documents_pkey primary key (kind, record_id)
);
create index search_documents_above_idx on search_documents (above_kind, above_id);
create index search_documents_names_idx on search_documents using gin (names gin_trgm_ops);
create index search_documents_words_idx on search_documents using gin (words);
comment on column search_documents.title_lang is 'Language of the title where it is the same in both, BCP 47';
comment on column search_documents.also is 'Other names of the record, in any script';
comment on column search_documents.near is 'Words that lead to the record without being its names: its kind, its date';
comment on column search_documents.above is 'The names of the record that this one belongs to';

-- The similarity that an index can find is a setting of the session, hence a function.
create function search_similar(typed text) returns text language sql stable set pg_trgm.word_similarity_threshold = 0.4 as $$
	with asked as materialized (
		select search_names(typed) as word
	), near as (
		select names
		from search_documents
		join asked on asked.word <% names
		limit 200
	), names as (
		select distinct string_to_table(names, ' ') as word
		from near
	)
	select names.word
	from names
	cross join asked
	where similarity(names.word, asked.word) >= 0.3
	order by similarity(names.word, asked.word) desc, names.word
	limit 1
$$;
comment on function search_similar is 'The word among all names that is most like the one typed';

create table search_synonyms (
	term    text not null constraint search_synonyms_pkey primary key,
	meaning text not null,
	named   boolean not null default true,
	constraint search_synonyms_term_check check (term = lower(term))
);
comment on table search_synonyms is 'Words of one meaning, in both languages; those not named are forms of another one';

insert into search_synonyms (meaning, term, named) values
	('sister city', 'kota kembar', true),
	('sister city', 'kota saudara', true),
	('sister city', 'sister city', true),
	('sister city', 'sister cities', false),
	('sister city', 'twin city', true),
	('sister city', 'twin cities', false),
	('sister city', 'twin town', true),
	('sister city', 'twin towns', false),
	('council', 'dprd', true),
	('council', 'dewan kota', true),
	('council', 'council', true),
	('council', 'city council', false),
	('memorandum', 'nota kesepahaman', true),
	('memorandum', 'mou', true),
	('memorandum', 'memorandum', true),
	('memorandum', 'memorandum of understanding', false),
	('intent', 'letter of intent', true),
	('intent', 'loi', true),
	('intent', 'surat niat', true),
	('intent', 'pernyataan kehendak', true),
	('mayor', 'wali kota', true),
	('mayor', 'walikota', false),
	('mayor', 'mayor', true),
	('waste', 'sampah', true),
	('waste', 'waste', true),
	('waste', 'garbage', true),
	('internship', 'magang', true),
	('internship', 'pemagangan', true),
	('internship', 'internship', true),
	('internship', 'internships', false),
	('fire service', 'pemadam kebakaran', true),
	('fire service', 'damkar', true),
	('fire service', 'fire service', true),
	('fire service', 'firefighters', true),
	('football', 'sepak bola', true),
	('football', 'football', true),
	('football', 'soccer', true),
	('small business', 'umkm', true),
	('small business', 'usaha kecil', true),
	('small business', 'small business', true),
	('small business', 'small businesses', false),
	('training', 'pelatihan', true),
	('training', 'training', true),
	('exchange', 'pertukaran', true),
	('exchange', 'exchange', true),
	('student', 'mahasiswa', true),
	('student', 'student', true),
	('student', 'students', false),
	('visit', 'kunjungan', true),
	('visit', 'lawatan', true),
	('visit', 'visit', true),
	('Asian-African Conference', 'konferensi asia afrika', true),
	('Asian-African Conference', 'kaa', true),
	('Asian-African Conference', 'asian african conference', true),
	('Asian-African Conference', 'bandung conference', true),
	('China', 'tiongkok', true),
	('China', 'cina', true),
	('China', 'china', true),
	('United States', 'amerika serikat', true),
	('United States', 'united states', true),
	('United States', 'usa', true),
	('promotion', 'promosi', true),
	('promotion', 'promotion', true);

-- +goose Down
drop table search_synonyms;
drop function search_similar;
drop table search_documents;
drop function search_names, search_vector, search_plain;
drop text search configuration register_words, register_en, register_id;
