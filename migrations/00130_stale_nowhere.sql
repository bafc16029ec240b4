-- What is of no city, such as a program with several, is noted as written to under the city 0, so that lists hear of it as well.

-- +goose Up
-- +goose StatementBegin
create or replace function mark_stale_ties() returns trigger language plpgsql as $$
begin
	if tg_op <> 'INSERT' then
		execute 'with rows as (select * from old_rows) insert into stale_ties (city_id) select distinct coalesce(tie, 0) from (' || tg_argv[0] || ') as t (tie)';
	end if;
	if tg_op <> 'DELETE' then
		execute 'with rows as (select * from new_rows) insert into stale_ties (city_id) select distinct coalesce(tie, 0) from (' || tg_argv[0] || ') as t (tie)';
	end if;
	return null;
end $$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
create or replace function mark_stale_ties() returns trigger language plpgsql as $$
begin
	if tg_op <> 'INSERT' then
		execute 'with rows as (select * from old_rows) insert into stale_ties (city_id) select distinct tie from (' || tg_argv[0] || ') as t (tie) where tie is not null';
	end if;
	if tg_op <> 'DELETE' then
		execute 'with rows as (select * from new_rows) insert into stale_ties (city_id) select distinct tie from (' || tg_argv[0] || ') as t (tie) where tie is not null';
	end if;
	return null;
end $$;
-- +goose StatementEnd
