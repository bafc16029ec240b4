-- What pages ask of very long tables.

-- +goose Up
create index approvals_council_idx on approvals (decided_on) where kind = 'dprd' and decision = 'approved';

-- +goose Down
drop index approvals_council_idx;
