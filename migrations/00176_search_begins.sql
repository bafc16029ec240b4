-- The beginning of words with which very many documents hold one, such as "ko", is never looked up beside other words: the database would
-- gather all of them first. What the other words find is looked through for it. Cities are suggested by words of their names alone.

-- +goose Up
-- +goose StatementBegin
create function search_begins(said text) returns boolean language plpgsql stable parallel safe as $$
begin
	return exists (
		select from search_documents
		where search_tier(kind, record_id) = 0
			and words @@ to_tsquery('register_words', '''' || replace(replace(said, '\', '\\'), '''', '''''') || ''':*')
		offset 5);
end
$$;
-- +goose StatementEnd
comment on function search_begins is 'Whether words that begin so stand in more than five of the first documents';

create index search_documents_city_names_idx on search_documents using gin (to_tsvector('register_words', names)) with (fastupdate = off) where kind = 'city';

-- +goose Down
drop index search_documents_city_names_idx;
drop function search_begins;
