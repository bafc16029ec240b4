-- What staff was reminded of, so that it is once: a mark of a record, such as twelve months before a term ends. Who wants to hear of
-- it, and who wants a summary of the week, chooses so among their notices.

-- +goose Up
create table reminders (
	mark    text not null constraint reminders_pkey primary key,
	told_at timestamptz not null
);
comment on column reminders.mark is 'What it was about: the kind of task, the record, its date and how long before; another date is another reminder';

alter table notices
	add reminders boolean not null default true,
	add digest    boolean not null default false;

-- +goose Down
alter table notices drop reminders, drop digest;
drop table reminders;
