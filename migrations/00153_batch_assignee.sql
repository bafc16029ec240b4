-- A set of changes may be given to a reviewer to look after, as a single change may.

-- +goose Up
alter table batches
	add column assignee_id bigint constraint batches_assignee_id_fkey references staff,
	add column assignee text not null default '';

-- +goose Down
alter table batches
	drop column assignee,
	drop column assignee_id;
