-- Helpers with which the seed files bring facts: a record's row, then its evidence, then the one change that publishes it.
--
-- A seeded record is found by the key of its change, 'seed:KIND:KEY', never by its number. They stay in the database because any
-- later seed needs them. Rule for a later re-seed: look the record up by that key and touch it only while its version is still 1;
-- from 2 on somebody has edited it, and the edit stands.

-- +goose Up
-- +goose StatementBegin
create function seed_draft(of_kind text, of_key text, id bigint, of_title text) returns void language sql as $$
	insert into changes (kind, record_id, title, reason, state, author, key)
	values (of_kind, id, of_title, 'Data awal register, menurut sumber yang dikutip.', 'draft', 'seed', 'seed:' || of_kind || ':' || of_key)
$$;
comment on function seed_draft is 'Opens the change of a new seeded record, so that evidence can name the record by its key';

create function seed_id(of_kind text, of_key text) returns bigint language plpgsql stable as $$
declare
	found_id bigint;
begin
	select record_id
	into found_id
	from changes
	where key = 'seed:' || of_kind || ':' || of_key;
	if found_id is null then
		raise exception 'no seeded % is called %', of_kind, of_key;
	end if;
	return found_id;
end $$;
comment on function seed_id is 'The number of a seeded record; a wrong key stops the migration';

create function seed_cite(of_kind text, of_key text, of_field text, source_slugs text[], says_id text = '', says_en text = '')
returns void language sql as $$
	insert into citations (kind, record_id, position, field, source_id, says_id, says_en)
	select of_kind, seed_id(of_kind, of_key), already.count + source.ordinality, of_field, seed_id('source', source.slug), $5, $6
	from unnest(source_slugs) with ordinality as source (slug, ordinality),
		(select count(*) from citations where kind = of_kind and record_id = seed_id(of_kind, of_key)) as already
$$;
comment on function seed_cite is 'Adds sources for one field; says_* hold the value where the sources say another one than the record';

create function seed_ruling(of_kind text, of_key text, of_field text, why_id text, why_en text) returns void language sql as $$
	insert into rulings (kind, record_id, field, why_id, why_en)
	values (of_kind, seed_id(of_kind, of_key), of_field, $4, $5)
$$;

create function seed_evidence(of_kind text, of_id bigint) returns jsonb language sql stable as $$
	select jsonb_build_object(
		'citations', coalesce((
			select jsonb_agg(jsonb_build_object('field', field, 'source_id', source_id, 'locator', locator,
				'says', jsonb_build_object('id', says_id, 'en', says_en)) order by position)
			from citations
			where kind = of_kind and record_id = of_id), '[]'),
		'rulings', coalesce((
			select jsonb_agg(jsonb_build_object('field', field, 'why', jsonb_build_object('id', why_id, 'en', why_en)) order by field)
			from rulings
			where kind = of_kind and record_id = of_id), '[]'))
$$;

create function seed_publish(of_kind text, from_table regclass) returns void language plpgsql as $$
begin
	execute format($sql$
		update changes as change
		set after = jsonb_build_object('fields', to_jsonb(live) - 'id' - 'version') || seed_evidence(change.kind, live.id),
			state = 'applied', decided_at = now()
		from %s as live
		where live.id = change.record_id and change.kind = $1 and change.key like 'seed:%%' and change.state = 'draft'
	$sql$, from_table) using of_kind;
end $$;
comment on function seed_publish is 'Closes the open seed changes of a kind with the row and evidence as they now stand';

create function seed_take_back(of_kind text, from_table regclass) returns void language plpgsql as $$
begin
	create temporary table taken on commit drop as
		select record_id from changes where kind = of_kind and key like 'seed:%';
	delete from citations where kind = of_kind and record_id in (select record_id from taken);
	delete from rulings where kind = of_kind and record_id in (select record_id from taken);
	execute format('delete from %s where id in (select record_id from taken)', from_table);
	alter table changes disable trigger changes_are_final;
	delete from changes where kind = of_kind and key like 'seed:%';
	alter table changes enable trigger changes_are_final;
	drop table taken;
end $$;
comment on function seed_take_back is 'The way down: removes the seeded records of a kind, their evidence and their seed changes, nothing else';
-- +goose StatementEnd

-- +goose Down
drop function seed_take_back, seed_publish, seed_evidence, seed_ruling, seed_cite, seed_id, seed_draft;
