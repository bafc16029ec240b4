-- A change remembers the letter of a citizen that it was made from.

-- +goose Up
alter table changes add column letter_id bigint constraint changes_letter_id_fkey references letters;
create index changes_letter_id_idx on changes (letter_id) where letter_id is not null;

-- +goose Down
alter table changes drop column letter_id;
