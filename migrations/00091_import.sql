-- Files of records on their way in: each line waits here with what came of checking it, until all that is right is handed in as one
-- set of changes.

-- +goose Up
create table imports (
	id         bigint generated always as identity primary key,
	kind       text not null,
	file       text not null,
	header     text[] not null,
	mapping    text[] not null default '{}',
	state      text not null constraint imports_state_check check (state in ('read', 'checking', 'checked', 'handed_in')),
	lines      integer not null default 0,
	checked    integer not null default 0,
	author_id  bigint not null constraint imports_author_id_fkey references staff,
	batch_id   bigint constraint imports_batch_id_fkey references batches,
	created_at timestamptz not null default now(),
	constraint imports_batch_id_check check ((batch_id is not null) = (state = 'handed_in'))
);
create index imports_author_id_idx on imports (author_id, id);
comment on column imports.mapping is 'For each column of the file the column of the form that it fills, empty for none';
comment on column imports.checked is 'The place up to which lines have been checked';

create table import_lines (
	import_id    bigint not null constraint import_lines_import_id_fkey references imports on delete cascade,
	place        integer not null,
	line         integer not null,
	cells        text[] not null,
	outcome      text constraint import_lines_outcome_check check (outcome in ('new', 'changed', 'unchanged', 'wrong')),
	faults       jsonb not null default '[]',
	record_id    bigint not null default 0,
	base_version bigint not null default 0,
	slug         text not null default '',
	title        text not null default '',
	changed      text[] not null default '{}',
	after        jsonb,
	constraint import_lines_pkey primary key (import_id, place)
);
create index import_lines_outcome_idx on import_lines (import_id, outcome, place);
comment on column import_lines.line is 'The number by which a spreadsheet knows the line';
comment on column import_lines.faults is 'What is wrong, in the words of both languages, with the column where it concerns one';

-- +goose Down
drop table import_lines, imports;
