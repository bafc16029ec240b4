-- A change that only its author and the people whom they name may see until it is published.

-- +goose Up
alter table changes
	add column limited boolean not null default false,
	add column readers bigint[] not null default '{}';
comment on column changes.limited is 'Only the author and the readers may see the change until it is published; administrators see that there is one';
create index changes_limited_idx on changes (id) where limited and state in ('draft', 'submitted', 'returned', 'scheduled');

-- +goose Down
drop index changes_limited_idx;
alter table changes drop column limited, drop column readers;
