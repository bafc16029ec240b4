-- What became of the addresses of sources when they were last asked for. It is no part of the record: it changes by itself, and says
-- nothing about what the source says.

-- +goose Up
create table links (
	source_id     bigint not null constraint links_pkey primary key constraint links_source_id_fkey references sources on delete cascade,
	url           text not null,
	status        integer not null default 0,
	fault         text not null default ''
		constraint links_fault_check check (fault in ('', 'gone', 'broken', 'unreachable', 'refused', 'robots', 'private')),
	failures      integer not null default 0 constraint links_failures_check check (failures >= 0),
	checked_at    timestamptz not null,
	good_at       timestamptz,
	failing_since timestamptz,
	constraint links_failing_since_check check ((failing_since is not null) = (failures > 0))
);
comment on column links.url is 'The address that was asked for; where that of the source is another by now, nothing is known of it yet';
comment on column links.status is 'The status of the last answer, 0 where none came';
comment on column links.good_at is 'When it last answered well';

-- +goose Down
drop table links;
