-- Changes that are made, reviewed and undone together: a correction of many records in a list, an import, the undoing of either.

-- +goose Up
create table batches (
	id         bigint generated always as identity primary key,
	origin     text not null constraint batches_origin_check check (origin in ('bulk', 'import', 'undo')),
	reason     text not null constraint batches_reason_check check (reason <> ''),
	author_id  bigint not null constraint batches_author_id_fkey references staff,
	author     text not null,
	undo_of    bigint constraint batches_undo_of_fkey references batches,
	left_out   integer not null default 0 constraint batches_left_out_check check (left_out >= 0),
	key        text constraint batches_key_key unique,
	created_at timestamptz not null default now(),
	constraint batches_undo_check check ((undo_of is not null) = (origin = 'undo'))
);
create index batches_undo_of_idx on batches (undo_of) where undo_of is not null;
comment on column batches.left_out is 'Records that were chosen and could not be taken in, as when undoing would take later work away';

alter table changes add column batch_id bigint constraint changes_batch_id_fkey references batches;
create index changes_batch_id_idx on changes (batch_id, id) where batch_id is not null;

-- +goose Down
alter table changes drop column batch_id;
drop table batches;
