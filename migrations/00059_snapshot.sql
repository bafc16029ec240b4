-- The register as a file, once a month, kept as it was. The bytes lie in parts, so that nobody has to hold a whole file.

-- +goose Up
create table snapshots (
	month      text primary key constraint snapshots_month_check check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
	made_at    timestamptz not null,
	changes    bigint not null,
	changed_at timestamptz,
	size       bigint not null constraint snapshots_size_check check (size > 0),
	hash       text not null constraint snapshots_hash_check check (hash ~ '^[0-9a-f]{64}$')
);
comment on column snapshots.changes is 'How many changes had been published, and changed_at the last of them';

create table snapshot_parts (
	month    text not null constraint snapshot_parts_month_fkey references snapshots,
	position integer not null constraint snapshot_parts_position_check check (position >= 0),
	bytes    bytea not null,
	constraint snapshot_parts_pkey primary key (month, position)
);
alter table snapshot_parts alter column bytes set storage external; -- they are packed already

-- +goose StatementBegin
create function snapshots_are_final() returns trigger language plpgsql as $$
begin
	raise exception 'a snapshot stays as it was made' using constraint = 'snapshots_are_final';
end $$;
-- +goose StatementEnd
create trigger snapshots_are_final before update or delete or truncate on snapshots
	for each statement execute function snapshots_are_final();
create trigger snapshot_parts_are_final before update or delete or truncate on snapshot_parts
	for each statement execute function snapshots_are_final();

-- +goose Down
drop table snapshot_parts, snapshots;
drop function snapshots_are_final;
