-- What those say who took part in a program, as counts alone: no answer of anybody is kept, neither when it came nor with which others.

-- +goose Up
create table questionnaires (
	id         bigint generated always as identity primary key,
	program_id bigint not null constraint questionnaires_program_id_key unique,
	code       text not null constraint questionnaires_code_key unique,
	questions  text[] not null constraint questionnaires_questions_check check (cardinality(questions) > 0),
	opened_at  timestamptz not null,
	opened_by  text not null,
	closed_at  timestamptz,
	sheets     integer not null default 0 constraint questionnaires_sheets_check check (sheets >= 0)
);
comment on column questionnaires.program_id is 'The program is not referred to, so that its counts are there again when it is put back after it was taken out';

create table questionnaire_counts (
	questionnaire_id bigint not null constraint questionnaire_counts_questionnaire_id_fkey references questionnaires on delete cascade,
	question         text not null,
	choice           text not null,
	n                integer not null constraint questionnaire_counts_n_check check (n > 0),
	constraint questionnaire_counts_pkey primary key (questionnaire_id, question, choice)
);

create table questionnaire_forms (
	key     text not null constraint questionnaire_forms_pkey primary key,
	sent_at timestamptz not null
);
comment on table questionnaire_forms is 'Forms that were sent, so that each counts once; forgotten after a day, and tied to no answer';

-- +goose Down
drop table questionnaire_forms, questionnaire_counts, questionnaires;
