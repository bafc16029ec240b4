-- Mail on its way: written by the work that causes it, sent by a job of its own. Without a mail server it is kept, so that it can be
-- read and handed over. What was sent is emptied, and all of it goes after a set time.

-- +goose Up
create table mails (
	id         bigint generated always as identity primary key,
	key        text not null constraint mails_key_key unique,
	kind       text not null,
	address    text not null,
	lang       text not null constraint mails_lang_check check (lang in ('id', 'en')),
	subject    text not null,
	plain      text not null,
	html       text not null,
	leave      text not null default '',
	state      text not null default 'waiting' constraint mails_state_check check (state in ('waiting', 'kept', 'sent', 'dead')),
	tries      integer not null default 0,
	error      text not null default '',
	written_at timestamptz not null,
	sent_at    timestamptz,
	letter_id  bigint constraint mails_letter_id_fkey references letter_contacts on delete cascade,
	constraint mails_sent_at_check check ((sent_at is not null) = (state = 'sent'))
);
create index mails_state_idx on mails (state, id);
create index mails_letter_id_idx on mails (letter_id);
comment on column mails.key is 'One cause, one mail, however often the work is done';
comment on column mails.leave is 'Where its reader ends mail of this kind by one post (RFC 8058)';
comment on column mails.letter_id is 'The letter whose sender it goes to; it is forgotten together with how they can be reached';

create table notices (
	staff_id  bigint not null constraint notices_pkey primary key
		constraint notices_staff_id_fkey references staff on delete cascade,
	handed_in boolean not null,
	decided   boolean not null,
	lang      text not null constraint notices_lang_check check (lang in ('id', 'en'))
);
comment on table notices is 'What a member of staff wants to be told by mail, where they chose otherwise than is usual';

-- +goose Down
drop table notices, mails;
