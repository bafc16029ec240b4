-- For which day and by which rules a summary was made stands beside it, so that making all of them anew goes on where it was cut short.
-- Those of tie_state are left to programs of before.

-- +goose Up
alter table tie_summaries
	add column rules text not null default '',
	add column day date not null default '-infinity';

-- +goose Down
alter table tie_summaries
	drop column rules,
	drop column day;
