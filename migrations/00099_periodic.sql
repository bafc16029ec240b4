-- Reports on a quarter or a year as they were sent: the facts of that day, with their hash.

-- +goose Up
create table periodics (
	id        bigint generated always as identity primary key,
	period    text not null constraint periodics_period_check check (period ~ '^[12]\d{3}(-Q[1-4])?$'),
	addressee text not null constraint periodics_addressee_check check (btrim(addressee) <> ''),
	sent_by   text not null,
	staff_id  bigint not null constraint periodics_staff_id_fkey references staff,
	sent_at   timestamptz not null,
	content   text not null,
	hash      text not null constraint periodics_hash_check check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
	key       text constraint periodics_key_key unique
);
comment on column periodics.content is 'The report as JSON, the bytes of which the hash is (SHA-256, hex)';

-- +goose StatementBegin
create function periodics_are_final() returns trigger language plpgsql as $$
begin
	raise exception 'a report that was sent stays as it is' using constraint = 'periodics_are_final';
end $$;
-- +goose StatementEnd
create trigger periodics_are_final before update or delete or truncate on periodics
	for each statement execute function periodics_are_final();

-- +goose Down
drop table periodics;
drop function periodics_are_final;
