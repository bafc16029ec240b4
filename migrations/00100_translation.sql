-- Translations that somebody found still right after their original had changed: until when the original has been looked at.

-- +goose Up
create table translations (
	kind      text not null,
	record_id bigint not null,
	field     text not null,
	right_at  timestamptz not null,
	staff_id  bigint not null constraint translations_staff_id_fkey references staff,
	constraint translations_pkey primary key (kind, record_id, field)
);
comment on table translations is 'Of all others the history tells which version of the original they were made from';
comment on column translations.field is 'The name of the two columns without their language';

-- +goose Down
drop table translations;
