-- A measure of effort, such as how many people travelled or what was budgeted, is no result: what came of a program is told apart from what
-- was put into it. What the seeds told as results of this kind stands in such measures alone. Records that staff have edited keep theirs.

-- +goose Up
alter table outcomes add effort boolean not null default false;
comment on column outcomes.effort is 'Tells what was put into the program: people who came, meetings, money; not what came of it';

with said as (
	select key
	from (values
		('bsw-2024-delegates'), ('fw-2024-delegates'), ('swn-2002-matches'), ('swn-2004-delegations'), ('swn-2018-universities'), ('swn-2018-schools'),
		('ham-2009-delegates'), ('ham-2014-party'), ('kws-jica-budget'), ('seo-wall-locations'), ('lb-walls-cities'), ('budget-2008-budget')
	) as told (key)
)
update outcomes
set effort = true
from said
where outcomes.id = seed_id('outcome', said.key)
	and outcomes.version = 1;
select seed_amend('outcome', 'outcomes');

update programs
set result_id = '', result_en = ''
from (values ('bsw-2024'), ('swn-2002'), ('swn-2004'), ('swn-2018'), ('ham-2009'), ('ham-2014'), ('lb-walls')) as told (key)
where programs.id = seed_id('program', told.key)
	and programs.version = 1;
select seed_amend('program', 'programs');

update activities
set result_id = '', result_en = ''
from (values ('swn-2002'), ('swn-2018')) as told (key)
where activities.id = seed_id('activity', told.key)
	and activities.version = 1;
select seed_amend('activity', 'activities');

-- +goose Down
update activities
set result_id = told.said_id, result_en = told.said_en
from (values
	('swn-2002', 'Satu pertandingan.', 'One match.'),
	('swn-2018', 'Tiga universitas mengunjungi empat sekolah.', 'Three universities visited four schools.')
) as told (key, said_id, said_en)
where activities.id = seed_id('activity', told.key)
	and activities.version = 1;
select seed_amend('activity', 'activities');

update programs
set result_id = told.said_id, result_en = told.said_en
from (values
	('bsw-2024', 'Empat utusan Bandung datang.', 'Four delegates from Bandung came.'),
	('swn-2002', 'Satu pertandingan.', 'One match.'),
	('swn-2004', 'Dua delegasi datang.', 'Two delegations came.'),
	('swn-2018', 'Tiga universitas datang, empat sekolah dikunjungi.', 'Three universities came, four schools were visited.'),
	('ham-2009', 'Delapan belas anggota delegasi.', 'Eighteen delegates.'),
	('ham-2014', 'Rombongan Bandung lima orang.', 'Bandung''s party had five members.'),
	('lb-walls', 'Lima kota disebut.', 'Five cities were named.')
) as told (key, said_id, said_en)
where programs.id = seed_id('program', told.key)
	and programs.version = 1;
select seed_amend('program', 'programs');

alter table outcomes drop effort;
select seed_amend('outcome', 'outcomes');
