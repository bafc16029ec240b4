-- Work on many records that somebody asked for and that takes longer than anybody waits for a page: handing a file in, deciding on a
-- set of changes, undoing one.

-- +goose Up
create table errands (
	id         bigint generated always as identity primary key,
	what       text not null constraint errands_what_check check (what in ('hand_in', 'decide', 'undo')),
	subject_id bigint not null,
	actor_id   bigint not null constraint errands_actor_id_fkey references staff,
	solo       boolean not null default false,
	reason     text not null default '',
	verdict    text not null default '',
	seen_at    timestamptz,
	key        text not null default '',
	total      integer not null default 0,
	done       integer not null default 0,
	outcome    text not null default '' constraint errands_outcome_check check (outcome in ('', 'done', 'stuck', 'moved', 'forbidden')),
	batch_id   bigint constraint errands_batch_id_fkey references batches,
	created_at timestamptz not null default now()
);
create unique index errands_under_way_key on errands (what, subject_id) where outcome = '';
comment on column errands.subject_id is 'The import that is handed in, or the batch that is decided on or undone';
comment on column errands.seen_at is 'Of a decision: the instant up to which its changes were seen';
comment on column errands.outcome is 'Empty while it is under way';
comment on column errands.batch_id is 'The batch to look at afterwards';

-- +goose Down
drop table errands;
