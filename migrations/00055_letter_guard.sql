-- What keeps machines from filling the desk with letters: a secret by which the program knows its own forms, and how often an
-- address has written lately.

-- +goose Up
create table secrets (
	name  text not null constraint secrets_pkey primary key,
	value bytea not null
);
comment on table secrets is 'Random keys that all nodes share. One that is replaced takes effect at once';
insert into secrets (name, value) values ('letter', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

create table letter_posts (
	subject   text not null,
	posted_at timestamptz not null
);
create index letter_posts_subject_idx on letter_posts (subject, posted_at);
comment on table letter_posts is 'Subjects are keyed hashes of addresses, never addresses in the clear; forgotten after a day';

-- +goose Down
drop table letter_posts, secrets;
