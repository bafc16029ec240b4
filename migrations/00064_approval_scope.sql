-- What a council approved beside what was then signed, field by field in the words of both. Empty while nobody has compared them.

-- +goose Up
alter table approvals add scope jsonb not null default '[]';
select seed_amend('approval', 'approvals');

-- +goose Down
alter table approvals drop scope;
select seed_amend('approval', 'approvals');
