-- Who looks after a change that waits, and what staff say about it among themselves.

-- +goose Up
alter table changes
	add column assignee_id bigint constraint changes_assignee_id_fkey references staff,
	add column assignee text not null default '';
create index changes_assignee_id_idx on changes (assignee_id) where assignee_id is not null;
comment on column changes.assignee_id is 'The reviewer who looks after the change; it keeps no other reviewer from deciding';

create table comments (
	id         bigint generated always as identity primary key,
	change_id  bigint not null constraint comments_change_id_fkey references changes,
	author_id  bigint not null constraint comments_author_id_fkey references staff,
	author     text not null,
	words      text not null constraint comments_words_check check (btrim(words) <> ''),
	key        text constraint comments_key_key unique,
	written_at timestamptz not null default now()
);
create index comments_change_id_idx on comments (change_id, id);
comment on table comments is 'What staff say about a change among themselves. Never public, added and never changed';

-- +goose StatementBegin
create function comments_are_final() returns trigger language plpgsql as $$
begin
	raise exception 'what was said stays as it is' using constraint = 'comments_are_final';
end $$;
-- +goose StatementEnd
create trigger comments_are_final before update or delete on comments
	for each row execute function comments_are_final();

-- +goose Down
drop table comments;
drop function comments_are_final;
alter table changes drop column assignee_id, drop column assignee;
