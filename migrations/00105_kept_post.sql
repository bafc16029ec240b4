-- What somebody of the staff sent with a form after their session had ended: kept for an hour under a key that only their browser has,
-- and given back to nobody but that person after they have signed in again.

-- +goose Up
create table kept_posts (
	id       text primary key,
	staff_id bigint not null constraint kept_posts_staff_id_fkey references staff on delete cascade,
	sealed   bytea not null constraint kept_posts_sealed_check check (octet_length(sealed) <= 600000),
	kept_at  timestamptz not null default now()
);
create index kept_posts_staff_id_idx on kept_posts (staff_id, kept_at);
comment on column kept_posts.sealed is 'Address and answers, sealed by AES-GCM; the key lies in a cookie of the sender and nowhere else';

-- +goose Down
drop table kept_posts;
