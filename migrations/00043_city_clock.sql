-- What a city's clock shows, and words in its own language. Both are empty while nobody has given them, as in rows of a program
-- that does not know the columns yet. What history remembers of cities gets the empty fields too where it is the first version.

-- +goose Up
alter table cities
	add column native_text text not null default '',
	add column time_zone text not null default ''
		constraint cities_time_zone_check check (time_zone ~ '^([A-Za-z]+(/[A-Za-z0-9_+-]+)+)?$');

-- +goose StatementBegin
create function seed_amend(of_kind text, from_table regclass) returns void language plpgsql as $$
begin
	alter table changes disable trigger changes_are_final;
	execute format($sql$
		update changes as change
		set after = jsonb_build_object('fields', to_jsonb(live) - 'id' - 'version') || seed_evidence(change.kind, live.id)
		from %s as live
		where live.id = change.record_id and live.version = 1 and change.kind = $1 and change.key like 'seed:%%' and change.state = 'applied'
	$sql$, from_table) using of_kind;
	alter table changes enable trigger changes_are_final;
end $$;
-- +goose StatementEnd
comment on function seed_amend is 'Brings the seed changes of a kind in line with the rows and evidence that a later seed has filled in; rows that anybody has edited keep theirs';

select seed_amend('city', 'cities');

-- +goose Down
alter table cities
	drop column native_text,
	drop column time_zone;
select seed_amend('city', 'cities');
drop function seed_amend;
