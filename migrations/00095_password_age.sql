-- Since when somebody has had their password, for offices that let passwords end after some time.

-- +goose Up
alter table staff add column password_at timestamptz not null default now();

-- +goose Down
alter table staff drop column password_at;
