-- That the agreements of a program exist is looked up one by one, by their numbers: among very many agreements, reading them all for
-- each program took most of the time of writing it.

-- +goose Up
-- +goose StatementBegin
create or replace function programs_agreements_exist() returns trigger language plpgsql as $$
begin
	if exists (select from unnest(new.agreement_ids) as one where not exists (select from agreements a where a.id = one)) then
		raise exception 'unknown agreement'
			using errcode = 'foreign_key_violation', table = 'programs', constraint = 'programs_agreement_ids_fkey';
	end if;
	return new;
end $$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
create or replace function programs_agreements_exist() returns trigger language plpgsql as $$
begin
	if exists (select from unnest(new.agreement_ids) as one where one not in (select id from agreements)) then
		raise exception 'unknown agreement'
			using errcode = 'foreign_key_violation', table = 'programs', constraint = 'programs_agreement_ids_fkey';
	end if;
	return new;
end $$;
-- +goose StatementEnd
