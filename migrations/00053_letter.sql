-- What citizens send: corrections, ideas, documents that they have. A letter is no record of the register; it may lead to a change
-- of one. How its sender can be reached stands in a table of its own, which is emptied after a set time.

-- +goose Up
create table letter_files (
	hash       text not null constraint letter_files_pkey primary key,
	media_type text not null,
	size       bigint not null,
	kept_at    timestamptz not null,
	constraint letter_files_hash_check check (hash ~ '^[0-9a-f]{64}$')
);
comment on table letter_files is 'Files that citizens sent. The bytes of one that nothing needs any longer are removed, and its row';

create table letters (
	id          bigint generated always as identity primary key,
	revision    bigint not null default 1,
	code        text not null constraint letters_code_key unique,
	form_key    text not null constraint letters_form_key_key unique,
	lang        text not null constraint letters_lang_check check (lang in ('id', 'en')),
	kind        text not null constraint letters_kind_check check (kind in ('correction', 'idea', 'document')),
	about_kind  text not null default '',
	about_id    bigint,
	field       text not null default '',
	page        text not null default '',
	title       text not null default '',
	words       text not null,
	proof       text not null default '',
	file_hash   text constraint letters_file_hash_fkey references letter_files on delete set null,
	file_name   text not null default '',
	state       text not null default 'received'
		constraint letters_state_check check (state in ('received', 'reviewing', 'accepted', 'published', 'declined', 'spam')),
	answer      text not null default '',
	answered_at timestamptz,
	keeper_id   bigint constraint letters_keeper_id_fkey references staff,
	keeper      text not null default '',
	received_at timestamptz not null,
	closed_at   timestamptz,
	constraint letters_about_check check ((about_kind = '') = (about_id is null)),
	constraint letters_closed_at_check check ((closed_at is not null) = (state in ('published', 'declined', 'spam')))
);
create index letters_state_idx on letters (state, id);
create index letters_file_hash_idx on letters (file_hash);
comment on column letters.code is 'Whoever knows it can follow the letter, so it is told to its sender alone';
comment on column letters.form_key is 'One form, one letter, however often it is posted';
comment on column letters.page is 'Path of the page of this site from which it was sent, where no record is named';

create table letter_events (
	letter_id bigint not null constraint letter_events_letter_id_fkey references letters on delete cascade,
	at        timestamptz not null,
	state     text not null,
	actor     text not null default ''
);
create index letter_events_letter_id_idx on letter_events (letter_id, at);
comment on table letter_events is 'When a letter came into which state, and which member of staff brought it there';

create table letter_contacts (
	letter_id bigint not null constraint letter_contacts_pkey primary key
		constraint letter_contacts_letter_id_fkey references letters on delete cascade,
	name      text not null default '',
	email     text not null default ''
);
comment on table letter_contacts is 'How a sender can be reached: never shown in public, deleted after a set time or when asked';

-- +goose Down
drop table letter_contacts, letter_events, letters, letter_files;
