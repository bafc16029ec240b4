-- A change that one person published because it could not wait: it is public and nobody else has looked at it yet. A reviewer does so
-- afterwards and keeps it or has it taken back. History stays final but for that one review.

-- +goose Up
alter table changes
	add column urgent text not null default '',
	add column reviewed_at timestamptz,
	add column hindsight text not null default '' constraint changes_hindsight_check check (hindsight in ('', 'kept', 'undone')),
	add constraint changes_urgent_check check (urgent = '' or (state = 'applied' and (reviewed_at is null) = (hindsight = ''))) not valid;
alter table changes validate constraint changes_urgent_check;
create index changes_unreviewed_idx on changes (kind, record_id) where urgent <> '' and reviewed_at is null;
comment on column changes.urgent is 'Why one person published the change without a review; empty where it was reviewed as usual';
comment on column changes.hindsight is 'What the review that came afterwards decided: kept, or undone by a change of its own';

-- +goose StatementBegin
create or replace function changes_are_final() returns trigger language plpgsql as $$
declare
	review text[] := '{reviewer_id,reviewer,note,reviewed_at,hindsight}';
begin
	if old.state not in ('applied', 'rejected', 'withdrawn') then
		return coalesce(new, old);
	end if;
	if tg_op = 'UPDATE' and old.urgent <> '' and old.reviewed_at is null and to_jsonb(new) - review = to_jsonb(old) - review then
		return new;
	end if;
	raise exception 'a decided change is history and stays as it is' using constraint = 'changes_are_final';
end $$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
create or replace function changes_are_final() returns trigger language plpgsql as $$
begin
	if old.state in ('applied', 'rejected', 'withdrawn') then
		raise exception 'a decided change is history and stays as it is' using constraint = 'changes_are_final';
	end if;
	return coalesce(new, old);
end $$;
-- +goose StatementEnd
drop index changes_unreviewed_idx;
alter table changes
	drop constraint changes_urgent_check,
	drop column urgent,
	drop column reviewed_at,
	drop column hindsight;
