-- What a partial approval held back goes back to its author as a change of its own; the approved one leads to it.

-- +goose Up
alter table changes add column rest_id bigint constraint changes_rest_id_fkey references changes;
create index changes_rest_id_idx on changes (rest_id) where rest_id is not null;
comment on column changes.rest_id is 'The change with which the author got back what a partial approval held back';

-- +goose Down
drop index changes_rest_id_idx;
alter table changes drop column rest_id;
