-- The search of a register of the world's size: a word that stands in very many documents is looked for in some of them first, and only as
-- long as too few are found in more. Spellings are compared with the words that names are made of, each of which stands there once.
--
-- Tiers 0 and 1 are the first records of each kind, of cities eight times as many. Of all later ones every 64th, then every eighth comes
-- before the rest, so that each tier holds whatever stands in very many, old or new. What was written last stands in the indexes at once
-- and not in a list beside them, through which every search would have to go.

-- +goose Up
create function search_tier(kind text, record_id bigint) returns integer language sql immutable parallel safe
	return case
		when record_id < case kind when 'city' then 1024 else 128 end then 0
		when record_id < case kind when 'city' then 8192 else 1024 end then 1
		when record_id % 64 = 0 then 2
		when record_id % 8 = 0 then 3
		else 4
	end;
comment on function search_tier is 'How late a document is looked at where many hold the words, from 0 to 4';

set local maintenance_work_mem = '512MB';
drop index search_documents_words_idx, search_documents_names_idx;
create index search_documents_tier_0_idx on search_documents using gin (words, (array[kind])) with (fastupdate = off) where search_tier(kind, record_id) = 0;
create index search_documents_tier_1_idx on search_documents using gin (words, (array[kind])) with (fastupdate = off) where search_tier(kind, record_id) = 1;
create index search_documents_tier_2_idx on search_documents using gin (words, (array[kind])) with (fastupdate = off) where search_tier(kind, record_id) = 2;
create index search_documents_tier_3_idx on search_documents using gin (words, (array[kind])) with (fastupdate = off) where search_tier(kind, record_id) = 3;
create index search_documents_tier_4_idx on search_documents using gin (words, (array[kind])) with (fastupdate = off) where search_tier(kind, record_id) = 4;

create function search_title(title text) returns text language sql immutable parallel safe
	return left(lower(title), 80);
comment on function search_title is 'The beginning of a title, small, to be found by how it begins';
create index search_documents_city_id_idx on search_documents (search_title(title_id) text_pattern_ops) where kind = 'city';
create index search_documents_city_en_idx on search_documents (search_title(title_en) text_pattern_ops) where kind = 'city';
create index search_documents_title_id_idx on search_documents (search_title(title_id) text_pattern_ops) where kind <> 'city';
create index search_documents_title_en_idx on search_documents (search_title(title_en) text_pattern_ops) where kind <> 'city';

-- +goose StatementBegin
create function search_holds(asked tsquery) returns boolean language plpgsql stable parallel safe as $$
begin
	return exists (select from search_documents where search_tier(kind, record_id) = 0 and words @@ asked)
		or exists (select from search_documents where search_tier(kind, record_id) = 1 and words @@ asked)
		or exists (select from search_documents where search_tier(kind, record_id) = 2 and words @@ asked)
		or exists (select from search_documents where search_tier(kind, record_id) = 3 and words @@ asked)
		or exists (select from search_documents where search_tier(kind, record_id) = 4 and words @@ asked);
end
$$;
-- +goose StatementEnd
comment on function search_holds is 'Whether some document answers a question';

-- Two who publish at once may both write a word: none waits for the other.
create table search_spellings (
	word text not null
);
insert into search_spellings
select distinct string_to_table(names, ' ')
from search_documents;
create index search_spellings_word_idx on search_spellings (word);
create index search_spellings_likeness_idx on search_spellings using gin (word gin_trgm_ops);
comment on table search_spellings is 'Words of names, some of which no name may hold any longer';

create or replace function search_similar(typed text) returns text language sql stable set pg_trgm.similarity_threshold = 0.3 as $$
	with asked as materialized (
		select search_names(typed) as word
	), near as materialized (
		select distinct spelling.word, similarity(spelling.word, asked.word) as likeness
		from search_spellings as spelling
		join asked on spelling.word % asked.word
		where word_similarity(asked.word, spelling.word) >= 0.4
		order by likeness desc, word
		limit 20
	)
	select word
	from near
	where search_holds(plainto_tsquery('register_words', word))
	order by likeness desc, word
	limit 1
$$;

-- +goose Down
create or replace function search_similar(typed text) returns text language sql stable set pg_trgm.word_similarity_threshold = 0.4 as $$
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
drop table search_spellings;
drop function search_holds;
drop index search_documents_city_id_idx, search_documents_city_en_idx, search_documents_title_id_idx, search_documents_title_en_idx,
	search_documents_tier_0_idx, search_documents_tier_1_idx, search_documents_tier_2_idx, search_documents_tier_3_idx, search_documents_tier_4_idx;
drop function search_title, search_tier;
create index search_documents_names_idx on search_documents using gin (names gin_trgm_ops);
create index search_documents_words_idx on search_documents using gin (words);
