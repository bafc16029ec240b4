-- Which sessions began with the word of an identity provider instead of a password: a password that was given and is still to be
-- changed does not stand in their way.

-- +goose Up
alter table sessions add column elsewhere boolean not null default false;

-- +goose Down
alter table sessions drop column elsewhere;
