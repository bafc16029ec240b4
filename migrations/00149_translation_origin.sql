-- A translation remembers the text that it was made from. With every edit that touches a text in two languages it is kept of which
-- original the translation was made, so that an original that comes back is the right one again.

-- +goose Up
create table translation_origins (
	id          bigint generated always as identity,
	kind        text not null,
	record_id   bigint not null,
	field       text not null,
	original    text not null,
	translation text not null,
	version     bigint not null,
	made_at     timestamptz not null,
	constraint translation_origins_pkey primary key (id)
);
comment on table translation_origins is 'What translations were made from, the present one last; of one that nobody has touched since its record was published nothing is kept';
comment on column translation_origins.field is 'The name of the two columns without their language';
comment on column translation_origins.original is 'MD5 of the Indonesian text that the translation was made from';
comment on column translation_origins.translation is 'MD5 of the English text';
comment on column translation_origins.version is 'The version of the record that holds that original';
create index translation_origins_of_idx on translation_origins (kind, record_id, field, id);

-- What an edit or the return of a record says of where its translations come from. A text that comes back with a change that undoes
-- another brings its origin along, and so does one that comes back alone.
-- +goose StatementBegin
create function remember_translations(c changes) returns void
language sql as $$
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
	order by field, turn
$$;

create function translations_follow() returns trigger
language plpgsql as $$
begin
	perform remember_translations(new);
	return null;
end
$$;
-- +goose StatementEnd

create trigger changes_translations_insert
	after insert on changes
	for each row
	when (new.state = 'applied' and new.op = 'save' and (new.base_version > 0 or new.undo_of is not null))
	execute function translations_follow();
create trigger changes_translations_update
	after update of state on changes
	for each row
	when (new.state = 'applied' and old.state <> 'applied' and new.op = 'save' and (new.base_version > 0 or new.undo_of is not null))
	execute function translations_follow();

-- What was edited so far is gone through in the order in which it was published; what somebody found right counts for the text of then.
-- +goose StatementBegin
do $$
declare
	c changes;
	r record;
begin
	for c in
		select *
		from changes
		where state = 'applied' and op = 'save' and (base_version > 0 or undo_of is not null)
		order by decided_at, id
	loop
		perform remember_translations(c);
	end loop;
	for r in
		select t.kind, t.record_id, t.field, t.right_at, then_public.after -> 'fields' as fields, then_public.base_version + 1 as version
		from translations t
		cross join lateral (
			select p.after, p.base_version
			from changes p
			where p.kind = t.kind and p.record_id = t.record_id and p.state = 'applied' and p.op = 'save' and p.decided_at <= t.right_at
			order by p.decided_at desc, p.id desc
			limit 1
		) as then_public
	loop
		update translation_origins
		set original = md5(coalesce(r.fields ->> (r.field || '_id'), '')), version = r.version, made_at = r.right_at
		where id = (
			select max(id)
			from translation_origins o
			where o.kind = r.kind and o.record_id = r.record_id and o.field = r.field and o.made_at <= r.right_at);
	end loop;
end
$$;
-- +goose StatementEnd

-- +goose Down
drop trigger changes_translations_update on changes;
drop trigger changes_translations_insert on changes;
drop function translations_follow();
drop function remember_translations(changes);
drop table translation_origins;
