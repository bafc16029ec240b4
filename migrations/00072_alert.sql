-- Mail that citizens ask for: of what is published about a partner, a field of cooperation or a word. How they can be reached stands
-- here alone, and goes when they leave or never confirm.

-- +goose Up
create table alerts (
	id           bigint generated always as identity primary key,
	token        text not null constraint alerts_token_key unique,
	email        text not null,
	lang         text not null constraint alerts_lang_check check (lang in ('id', 'en')),
	city_id      bigint constraint alerts_city_id_fkey references cities on delete cascade,
	sector       text not null default '',
	word         text not null default '',
	asked_at     timestamptz not null,
	confirmed_at timestamptz,
	seen_at      timestamptz not null,
	told_at      timestamptz,
	constraint alerts_topic_check check ((city_id is not null)::int + (sector <> '')::int + (word <> '')::int = 1),
	constraint alerts_email_key unique nulls not distinct (email, city_id, sector, word)
);
create index alerts_city_id_idx on alerts (city_id);
comment on column alerts.token is 'Whoever knows it can confirm and leave, so it is told to the address alone';
comment on column alerts.seen_at is 'Up to when what was published has been looked at';
comment on column alerts.told_at is 'When the address was last written to about anything published';

alter table mails add alert_id bigint constraint mails_alert_id_fkey references alerts on delete cascade;
create index mails_alert_id_idx on mails (alert_id);

-- +goose Down
alter table mails drop alert_id;
drop table alerts;
