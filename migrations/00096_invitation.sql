-- One-time links by which people of the staff set their own password: those who are new, and those who forgot it. Of the link only the
-- hash is kept; one that goes by mail is made when the mail is handed to the server, so that it lies in no table at all.

-- +goose Up
create table invitations (
	id         bigint generated always as identity primary key,
	staff_id   bigint not null constraint invitations_staff_id_key unique
		constraint invitations_staff_id_fkey references staff on delete cascade,
	by_name    text not null,
	lang       text not null constraint invitations_lang_check check (lang in ('id', 'en')),
	token_hash bytea constraint invitations_token_hash_key unique,
	made_at    timestamptz not null,
	expires_at timestamptz not null
);
comment on column invitations.token_hash is 'Null until the mail that carries the link is handed over';

alter table mails add column invitation_id bigint constraint mails_invitation_id_fkey references invitations on delete cascade;
create index mails_invitation_id_idx on mails (invitation_id);

-- +goose Down
alter table mails drop column invitation_id;
drop table invitations;
