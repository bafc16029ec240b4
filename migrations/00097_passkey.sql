-- Passkeys: keys that a device keeps and uses only for this site, after it has made sure who holds it.

-- +goose Up
create table passkeys (
	id       bigint generated always as identity primary key,
	staff_id bigint not null constraint passkeys_staff_id_fkey references staff on delete cascade,
	key_id   bytea not null constraint passkeys_key_id_key unique,
	record   jsonb not null,
	name     text not null constraint passkeys_name_check check (name <> ''),
	added_at timestamptz not null default now(),
	used_at  timestamptz
);
create index passkeys_staff_id_idx on passkeys (staff_id);
comment on column passkeys.record is 'The public key and what the standard asks to remember of it; nothing secret';

create table passkey_questions (
	ticket_hash  bytea primary key,
	session_hash bytea,
	purpose      text not null constraint passkey_questions_purpose_check check (purpose in ('add', 'sign_in', 'code', 'confirm')),
	kept         jsonb not null,
	expires_at   timestamptz not null
);
create index passkey_questions_expires_at_idx on passkey_questions (expires_at);
comment on table passkey_questions is 'What devices were asked to sign: each for one purpose, one browser and one session, answered once';

-- +goose Down
drop table passkey_questions, passkeys;
