-- The nightly look at kept files also tells which of them nothing names, and PDFs are read after they are kept.

-- +goose Up
alter table files
	drop constraint files_fault_check,
	add constraint files_fault_check check (fault in ('', 'missing', 'changed', 'orphan')),
	drop constraint files_size_check,
	add constraint files_size_check check (size >= 0),
	add column read_at timestamptz;
create index files_fault_idx on files (fault, hash) where fault <> '';
create index files_checked_at_idx on files (checked_at nulls first, hash);
create table file_keepers (
	hash     text not null constraint file_keepers_hash_fkey references files on delete cascade,
	staff_id bigint not null constraint file_keepers_staff_id_fkey references staff on delete cascade,
	kept_at  timestamptz not null default now(),
	constraint file_keepers_pkey primary key (hash, staff_id)
);
comment on table file_keepers is 'Who sent a file, so that a form that comes back remembers it for them and for nobody else';
comment on column files.read_at is 'When the words of a PDF were looked for; null where that has still to be done, or the file is no PDF';

-- +goose Down
drop table file_keepers;
drop index files_fault_idx, files_checked_at_idx;
update files set fault = '' where fault = 'orphan';
delete from files where size = 0;
alter table files
	drop column read_at,
	drop constraint files_size_check,
	add constraint files_size_check check (size > 0),
	drop constraint files_fault_check,
	add constraint files_fault_check check (fault in ('', 'missing', 'changed'));
