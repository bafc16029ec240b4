-- The open work of somebody who has left goes on in another name; who began it stays known.

-- +goose Up
alter table changes
	add column begun_by_id bigint constraint changes_begun_by_id_fkey references staff,
	add column begun_by text not null default '';
comment on column changes.begun_by_id is 'Who began the change, where it was handed over to its author since';

-- +goose Down
alter table changes
	drop column begun_by,
	drop column begun_by_id;
