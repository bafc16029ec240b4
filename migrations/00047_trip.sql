-- What a register of official trips must know of an activity beside what it knows already: what it was for, and who approved it
-- before it began and on which day, or when an approval was searched for in vain.

-- +goose Up
alter table activities
	add purpose_id text not null default '',
	add purpose_en text not null default '',
	add approved_by_id text not null default '',
	add approved_by_en text not null default '',
	add approved_on edtf,
	add approval_sought_on edtf,
	add constraint activities_approved_by_check check (approved_on is null or approved_by_id <> ''),
	add constraint activities_approval_sought_on_check check (approval_sought_on is null or approved_by_id = '' and approved_on is null);

-- +goose Down
alter table activities
	drop purpose_id,
	drop purpose_en,
	drop approved_by_id,
	drop approved_by_en,
	drop approved_on,
	drop approval_sought_on;
