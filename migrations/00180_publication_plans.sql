-- What notes ties as written to and what remembers the origins of translations happens with every publication, the former with every
-- trial of one, too. Each table now has a function of its own that notes its ties, which is planned once for each connection instead of
-- with every statement; and what a change says is taken out of it once instead of with every text that is looked at.

-- +goose Up
-- +goose StatementBegin
do $$
declare
	one record;
	note constant text := 'insert into stale_ties (city_id) with rows as (%s) select distinct coalesce(tie, 0) from (%s) as t (tie);';
begin
	for one in
		select tgrelid::regclass::text as name, replace(encode(tgargs, 'escape'), '\000', '') as ties
		from pg_trigger
		where tgfoid = 'mark_stale_ties'::regproc
			and tgname = tgrelid::regclass::text || '_stale_update'
	loop
		execute format(
			'create function %1$s_stale() returns trigger language plpgsql as $f$ begin if tg_op = ''INSERT'' then %2$s elsif tg_op = ''DELETE'' then %3$s else %4$s end if; return null; end $f$',
			one.name,
			format(note, 'select * from new_rows', one.ties),
			format(note, 'select * from old_rows', one.ties),
			format(note, 'select * from old_rows union all select * from new_rows', one.ties));
		execute format('create or replace trigger %1$s_stale_insert after insert on %1$I referencing new table as new_rows for each statement execute function %1$s_stale()', one.name);
		execute format('create or replace trigger %1$s_stale_update after update on %1$I referencing old table as old_rows new table as new_rows for each statement execute function %1$s_stale()', one.name);
		execute format('create or replace trigger %1$s_stale_delete after delete on %1$I referencing old table as old_rows for each statement execute function %1$s_stale()', one.name);
	end loop;
end $$;
drop function mark_stale_ties;

create or replace function translations_follow() returns trigger
language plpgsql
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
	was constant jsonb := new.before -> 'fields';
	said constant jsonb := new.after -> 'fields';
begin
	with texts as (
		select left(f.key, -3) as field,
			coalesce(was ->> (left(f.key, -3) || '_id'), '') as was_original,
			coalesce(was ->> f.key, '') as was_translation,
			coalesce(said ->> (left(f.key, -3) || '_id'), '') as original,
			coalesce(f.value #>> '{}', '') as translation
		from jsonb_each(said) as f
		where right(f.key, 3) = '_en'
			and said ? (left(f.key, -3) || '_id')
	), touched as (
		select *,
			exists (
				select
				from translation_origins o
				where o.kind = new.kind and o.record_id = new.record_id and o.field = texts.field) as known,
			was_original = '' or was_translation <> translation as made_anew
		from texts
		where (was_original, was_translation) is distinct from (original, translation)
			and translation <> ''
	)
	insert into translation_origins (kind, record_id, field, original, translation, version, made_at)
	select new.kind, new.record_id, field, original, translation, version, made_at
	from (
		select 1 as turn, field, md5(was_original) as original, md5(was_translation) as translation, new.base_version as version, new.created_at as made_at
		from touched
		where not known
			and was_translation <> ''
			and was_original <> ''
		union all
		select 2, t.field, coalesce(back.original, md5(t.original)), md5(t.translation),
			coalesce(back.version, case new.base_version
				when 0 then (
					select count(*)
					from changes p
					where p.kind = new.kind and p.record_id = new.record_id and p.state = 'applied')
				else new.base_version + 1
			end), coalesce(new.decided_at, now())
		from touched t
		left join lateral (
			select o.original, o.version
			from translation_origins o
			where o.kind = new.kind
				and o.record_id = new.record_id
				and o.field = t.field
				and o.translation = md5(t.translation)
				and (new.undo_of is not null or t.original = t.was_original)
			order by o.original = md5(t.original) desc, o.id desc
			limit 1
		) as back on true
		where made_anew
	) as made
	order by field, turn;
	return null;
end
$$;
-- +goose StatementEnd
drop function remember_translations;

-- +goose Down
-- +goose StatementBegin
create function mark_stale_ties() returns trigger language plpgsql as $$
begin
	if tg_op <> 'INSERT' then
		execute 'with rows as (select * from old_rows) insert into stale_ties (city_id) select distinct coalesce(tie, 0) from (' || tg_argv[0] || ') as t (tie)';
	end if;
	if tg_op <> 'DELETE' then
		execute 'with rows as (select * from new_rows) insert into stale_ties (city_id) select distinct coalesce(tie, 0) from (' || tg_argv[0] || ') as t (tie)';
	end if;
	return null;
end $$;

do $$
declare
	one record;
begin
	for one in
		select *
		from (values
			('cities', 'select id from rows'),
			('agreements', 'select city_id from rows'),
			('steps', 'select a.city_id from rows r join agreements a on a.id = r.agreement_id'),
			('approvals', 'select a.city_id from rows r join agreements a on a.id = r.agreement_id'),
			('promises', 'select a.city_id from rows r join agreements a on a.id = r.agreement_id'),
			('programs', 'select city_id from rows union all select a.city_id from rows r join agreements a on a.id = any(r.agreement_ids)'),
			('outcomes', 'select t from rows r, ties_of(''program'', r.program_id) as t'),
			('activities', 'select city_id from rows'),
			('venues', 'select city_id from rows'),
			('mirrors', 'select city_id from rows'),
			('documents', 'select t from rows r, ties_of(r.about_kind, r.about_id) as t'),
			('citations', 'select t from rows r, ties_of(r.kind, r.record_id) as t'),
			('sources', 'select t from rows r join citations c on c.source_id = r.id, ties_of(c.kind, c.record_id) as t')
		) as tables (name, ties)
	loop
		execute format('create or replace trigger %1$s_stale_insert after insert on %1$I referencing new table as new_rows for each statement execute function mark_stale_ties(%2$L)', one.name, one.ties);
		execute format('create or replace trigger %1$s_stale_update after update on %1$I referencing old table as old_rows new table as new_rows for each statement execute function mark_stale_ties(%2$L)', one.name, one.ties);
		execute format('create or replace trigger %1$s_stale_delete after delete on %1$I referencing old table as old_rows for each statement execute function mark_stale_ties(%2$L)', one.name, one.ties);
		execute format('drop function %1$s_stale', one.name);
	end loop;
end $$;

create function remember_translations(c changes) returns void
language plpgsql as $$
#variable_conflict use_column
begin
	with texts as (
		select left(f.key, -3) as field,
			coalesce(c.before -> 'fields' ->> (left(f.key, -3) || '_id'), '') as was_original,
			coalesce(c.before -> 'fields' ->> f.key, '') as was_translation,
			coalesce(c.after -> 'fields' ->> (left(f.key, -3) || '_id'), '') as original,
			coalesce(f.value #>> '{}', '') as translation
		from jsonb_each(c.after -> 'fields') as f
		where right(f.key, 3) = '_en'
			and c.after -> 'fields' ? (left(f.key, -3) || '_id')
	), touched as (
		select *,
			exists (
				select
				from translation_origins o
				where o.kind = c.kind and o.record_id = c.record_id and o.field = texts.field) as known,
			was_original = '' or was_translation <> translation as made_anew
		from texts
		where (was_original, was_translation) is distinct from (original, translation)
			and translation <> ''
	)
	insert into translation_origins (kind, record_id, field, original, translation, version, made_at)
	select c.kind, c.record_id, field, original, translation, version, made_at
	from (
		select 1 as turn, field, md5(was_original) as original, md5(was_translation) as translation, c.base_version as version, c.created_at as made_at
		from touched
		where not known
			and was_translation <> ''
			and was_original <> ''
		union all
		select 2, t.field, coalesce(back.original, md5(t.original)), md5(t.translation),
			coalesce(back.version, case c.base_version
				when 0 then (
					select count(*)
					from changes p
					where p.kind = c.kind and p.record_id = c.record_id and p.state = 'applied')
				else c.base_version + 1
			end), coalesce(c.decided_at, now())
		from touched t
		left join lateral (
			select o.original, o.version
			from translation_origins o
			where o.kind = c.kind
				and o.record_id = c.record_id
				and o.field = t.field
				and o.translation = md5(t.translation)
				and (c.undo_of is not null or t.original = t.was_original)
			order by o.original = md5(t.original) desc, o.id desc
			limit 1
		) as back on true
		where made_anew
	) as made
	order by field, turn;
end
$$;

create or replace function translations_follow() returns trigger
language plpgsql as $$
begin
	perform remember_translations(new);
	return null;
end
$$;
-- +goose StatementEnd
