-- The state of the register is told by how many changes were applied and when the last one was: both from one small index.

-- +goose Up
create index changes_edition_idx on changes (decided_at) where state = 'applied';

-- +goose Down
drop index changes_edition_idx;
