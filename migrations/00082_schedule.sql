-- A change that is approved for a set time: visible to nobody before, published by the program then. What no longer fits at that time
-- goes back to review and says why.

-- +goose Up
alter table changes
	drop constraint changes_state_check,
	add constraint changes_state_check
		check (state in ('draft', 'submitted', 'returned', 'scheduled', 'applied', 'rejected', 'withdrawn')) not valid,
	add column publish_at timestamptz,
	add column held text not null default '',
	add constraint changes_publish_at_check check ((state <> 'scheduled') or (publish_at is not null and reviewer_id is not null)) not valid;
alter table changes validate constraint changes_state_check, validate constraint changes_publish_at_check;
create index changes_due_idx on changes (publish_at) where state = 'scheduled';
comment on column changes.held is 'Why what was scheduled could not be published at its time: a word that the program explains';

-- +goose Down
update changes set state = 'submitted' where state = 'scheduled';
alter table changes
	drop constraint changes_publish_at_check,
	drop constraint changes_state_check,
	drop column publish_at,
	drop column held,
	add constraint changes_state_check
		check (state in ('draft', 'submitted', 'returned', 'applied', 'rejected', 'withdrawn'));
