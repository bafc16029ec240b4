-- What the register needs of a person may be given to one. A task follows from the register and has no row of its own: it is named by what
-- it is about.

-- +goose Up
create table task_keepers (
	task text not null,
	kind text not null,
	record_id bigint not null,
	keeper_id bigint not null constraint task_keepers_keeper_id_fkey references staff,
	given_at timestamptz not null default now(),
	constraint task_keepers_pkey primary key (task, kind, record_id)
);
create index task_keepers_keeper_id_idx on task_keepers (keeper_id);

-- +goose Down
drop table task_keepers;
