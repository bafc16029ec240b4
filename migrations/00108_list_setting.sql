-- How each person of the staff likes each list: its columns, and how much of it on one page.

-- +goose Up
create table list_settings (
	staff_id bigint not null constraint list_settings_staff_id_fkey references staff on delete cascade,
	kind     text not null,
	columns  text[] not null default '{}',
	size     integer not null constraint list_settings_size_check check (size between 1 and 500),
	constraint list_settings_pkey primary key (staff_id, kind)
);
comment on column list_settings.columns is 'Their names; empty for those that the list shows anyway';

-- +goose Down
drop table list_settings;
