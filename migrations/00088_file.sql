-- What is known of the bytes of files: found out once, when they are kept, and looked after later.

-- +goose Up
create table files (
	hash       text not null constraint files_pkey primary key,
	media_type text not null,
	size       bigint not null constraint files_size_check check (size > 0),
	width      int not null default 0,
	height     int not null default 0,
	words      text not null default '',
	kept_at    timestamptz not null default now(),
	checked_at timestamptz,
	fault      text not null default '' constraint files_fault_check check (fault in ('', 'missing', 'changed')),
	constraint files_hash_check check (hash ~ '^[0-9a-f]{64}$')
);
comment on table files is 'Files that are kept under the hash of their bytes, whatever names them';
comment on column files.width is 'Of an image in pixels; 0 where it is none, or was kept before images were measured';
comment on column files.words is 'What can be read in the file, for the search';
comment on column files.checked_at is 'When the bytes were last compared with their hash';

insert into files (hash, media_type, size)
select hash, media_type, size from documents
union
select hash, media_type, size from letter_files
union
select distinct c.after -> 'fields' ->> 'hash', c.after -> 'fields' ->> 'media_type', (c.after -> 'fields' ->> 'size')::bigint
from changes c
where c.kind = 'document' and c.after -> 'fields' ->> 'hash' ~ '^[0-9a-f]{64}$' and (c.after -> 'fields' ->> 'size')::bigint > 0
on conflict (hash) do nothing;

-- +goose Down
drop table files;
