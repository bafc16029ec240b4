-- What lists of ties are narrowed, counted and put in order by, one row a tie: made by the rules of the program from all that the
-- register holds of the tie, so that a list of very many ties need not read all of them. Ties of which something was written since
-- are named, in the transaction that writes it and whichever way it is written, until their rows are made anew.

-- +goose Up
create table tie_summaries (
	city_id bigint constraint tie_summaries_pkey primary key,
	edition bigint not null,
	said    jsonb
);
create index tie_summaries_edition_idx on tie_summaries (edition);
comment on table tie_summaries is 'What lists say of ties. A tie that is gone says nothing; its row stays, so that every node hears of it';

create table tie_state (
	only_one boolean not null default true constraint tie_state_pkey primary key constraint tie_state_only_one_check check (only_one),
	edition  bigint not null default 0,
	rules    text not null default '',
	day      date not null default '-infinity'
);
insert into tie_state default values;
comment on table tie_state is 'By which rules and for which day the summaries were made, and how often they changed';

create table stale_ties (
	id      bigint generated always as identity constraint stale_ties_pkey primary key,
	city_id bigint not null
);
comment on table stale_ties is 'Ties whose summary may not be true any more';

create function ties_of(of_kind text, of_id bigint) returns setof bigint language sql stable as $$
	select of_id where of_kind = 'city'
	union all
	select city_id from agreements where of_kind = 'agreement' and id = of_id
	union all
	select a.city_id from steps r join agreements a on a.id = r.agreement_id where of_kind = 'step' and r.id = of_id
	union all
	select a.city_id from approvals r join agreements a on a.id = r.agreement_id where of_kind = 'approval' and r.id = of_id
	union all
	select a.city_id from promises r join agreements a on a.id = r.agreement_id where of_kind = 'promise' and r.id = of_id
	union all
	select city_id from programs where of_kind = 'program' and id = of_id
	union all
	select a.city_id from programs r join agreements a on a.id = any(r.agreement_ids) where of_kind = 'program' and r.id = of_id
	union all
	select p.city_id from outcomes r join programs p on p.id = r.program_id where of_kind = 'outcome' and r.id = of_id
	union all
	select a.city_id from outcomes r join programs p on p.id = r.program_id join agreements a on a.id = any(p.agreement_ids)
	where of_kind = 'outcome' and r.id = of_id
	union all
	select city_id from activities where of_kind = 'activity' and id = of_id
	union all
	select city_id from venues where of_kind = 'venue' and id = of_id
	union all
	select city_id from mirrors where of_kind = 'mirror' and id = of_id
$$;
comment on function ties_of is 'The cities to whose ties a record belongs';

-- The argument is a question for the ties of rows, which it calls rows.
-- +goose StatementBegin
create function mark_stale_ties() returns trigger language plpgsql as $$
begin
	if tg_op <> 'INSERT' then
		execute 'with rows as (select * from old_rows) insert into stale_ties (city_id) select distinct tie from (' || tg_argv[0] || ') as t (tie) where tie is not null';
	end if;
	if tg_op <> 'DELETE' then
		execute 'with rows as (select * from new_rows) insert into stale_ties (city_id) select distinct tie from (' || tg_argv[0] || ') as t (tie) where tie is not null';
	end if;
	return null;
end $$;

create function mark_all_ties() returns trigger language plpgsql as $$
begin
	insert into stale_ties (city_id) select id from cities union select city_id from tie_summaries;
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
		execute format('create trigger %1$s_stale_insert after insert on %1$I referencing new table as new_rows for each statement execute function mark_stale_ties(%2$L)', one.name, one.ties);
		execute format('create trigger %1$s_stale_update after update on %1$I referencing old table as old_rows new table as new_rows for each statement execute function mark_stale_ties(%2$L)', one.name, one.ties);
		execute format('create trigger %1$s_stale_delete after delete on %1$I referencing old table as old_rows for each statement execute function mark_stale_ties(%2$L)', one.name, one.ties);
		execute format('create trigger %1$s_stale_truncate after truncate on %1$I for each statement execute function mark_all_ties()', one.name);
	end loop;
end $$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
do $$
declare
	one text;
	event text;
begin
	foreach one in array array['cities', 'agreements', 'steps', 'approvals', 'promises', 'programs', 'outcomes', 'activities', 'venues', 'mirrors', 'documents', 'citations', 'sources'] loop
		foreach event in array array['insert', 'update', 'delete', 'truncate'] loop
			execute format('drop trigger %1$s_stale_%2$s on %1$I', one, event);
		end loop;
	end loop;
end $$;
-- +goose StatementEnd
drop function mark_stale_ties, mark_all_ties, ties_of;
drop table stale_ties, tie_state, tie_summaries;
