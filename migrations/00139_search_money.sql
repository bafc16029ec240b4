-- Words of one meaning for money, for which readers ask first and found nothing, or another word.

-- +goose Up
insert into search_synonyms (meaning, term, named) values
	('money', 'dana', true),
	('money', 'uang', true),
	('money', 'biaya', true),
	('money', 'anggaran', true),
	('money', 'money', true),
	('money', 'cost', true),
	('money', 'costs', false),
	('money', 'budget', true),
	('money', 'budgets', false),
	('money', 'funds', false),
	('money', 'funding', false),
	('aid', 'grant', true),
	('aid', 'grants', false);

-- +goose Down
delete from search_synonyms
where meaning = 'money'
	or term in ('grant', 'grants');
