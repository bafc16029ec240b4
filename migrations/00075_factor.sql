-- The second factor of staff, and what a session remembers of it.
--
-- The key of an authenticator app must be known in the clear to check a code. It stands here unsealed: the key that would seal it
-- had to lie with the same program that holds the way to this database, and whoever reads this database reads the register anyway.
-- What can be a hash is one: session tokens, recovery codes, passwords.

-- +goose Up
create table totp (
	staff_id     bigint primary key constraint totp_staff_id_fkey references staff on delete cascade,
	secret       bytea not null,
	confirmed_at timestamptz,
	used_step    bigint not null default 0,
	created_at   timestamptz not null default now()
);
comment on column totp.used_step is 'The last 30 seconds since 1970 of which a code was taken: no code is taken twice, on any node';

create table recovery_codes (
	staff_id bigint not null constraint recovery_codes_staff_id_fkey references staff on delete cascade,
	hash     bytea not null,
	used_at  timestamptz,
	constraint recovery_codes_pkey primary key (staff_id, hash)
);

alter table sessions
	add column id bigint generated always as identity constraint sessions_id_key unique,
	add column waiting boolean not null default false,
	add column proved_at timestamptz not null default now(),
	add column agent text not null default '';
comment on column sessions.waiting is 'The password was right, the second factor is still to come: the session opens nothing else';
comment on column sessions.proved_at is 'When its holder last proved who they are, which sensitive steps ask for';

-- +goose Down
alter table sessions drop column id, drop column waiting, drop column proved_at, drop column agent;
drop table recovery_codes, totp;
