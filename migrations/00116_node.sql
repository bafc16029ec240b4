-- Whoever publishes waits until all copies of the program have heard of it. So each says again and again that it lives. What stands
-- here is worth nothing after a crash, when every copy says so anew.

-- +goose Up
create unlogged table nodes (
	name text primary key,
	seen_at timestamptz not null default clock_timestamp()
);

-- +goose Down
drop table nodes;
