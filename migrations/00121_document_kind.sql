-- Files belong to more kinds of records: the archived copy of a source, the picture of a place, the letter behind an outcome.

-- +goose Up
alter table documents
	drop constraint documents_about_kind_check,
	add constraint documents_about_kind_check check (about_kind in (
		'agreement', 'step', 'approval', 'program', 'activity', 'city', 'promise', 'outcome', 'venue', 'mirror', 'source'
	));

-- +goose Down
alter table documents
	drop constraint documents_about_kind_check,
	add constraint documents_about_kind_check check (about_kind in ('agreement', 'step', 'approval', 'program', 'activity')) not valid;
