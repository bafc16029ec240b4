-- The way of readers into the history: what became public, the latest first, for all records and for those of one kind; and the
-- few records that were taken out, which are found by what they said.

-- +goose Up
create index changes_published_idx on changes (decided_at desc, id desc) where state = 'applied';
create index changes_published_kind_idx on changes (kind, decided_at desc, id desc) where state = 'applied';
create index changes_retired_idx on changes (kind, record_id) where state = 'applied' and op = 'retire';

-- +goose Down
drop index changes_published_idx, changes_published_kind_idx, changes_retired_idx;
