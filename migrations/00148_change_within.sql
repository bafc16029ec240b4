-- A file can be put into the form of any record. What is proposed so remembers the form, so that both are reviewed in the right order.

-- +goose Up
alter table changes
	add column within text not null default '';
comment on column changes.within is 'Key of the form of another record within which the change was proposed, empty where it was not';
create index changes_within_idx on changes (within) where within <> '';

-- +goose Down
drop index changes_within_idx;
alter table changes
	drop column within;
