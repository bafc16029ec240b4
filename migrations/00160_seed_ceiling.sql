-- A ceiling is no cost: of the waste project with Kawasaki it is known what JICA would pay at most, which stands among what was planned, and
-- not what it paid. A program that staff have edited keeps what they left.

-- +goose Up
create temporary table mended on commit drop as
	select id
	from programs
	where id = seed_id('program', 'kws-jica')
		and version = 1;
update programs
set cost = null, currency = null, paid_by_id = 'JICA', paid_by_en = 'JICA'
where id in (select id from mended);
delete from citations
where kind = 'program'
	and record_id in (select id from mended)
	and field = 'cost';
drop table mended;
select seed_amend('program', 'programs');

-- +goose Down
create temporary table mended on commit drop as
	select id
	from programs
	where id = seed_id('program', 'kws-jica')
		and version = 1;
update programs
set cost = 60000000, currency = 'JPY', paid_by_id = 'JICA; angka ini batas atas, bukan biaya sebenarnya', paid_by_en = 'JICA; the figure is a ceiling, not the actual cost'
where id in (select id from mended);
insert into citations (kind, record_id, position, field, source_id)
select 'program', id, (select max(position) from citations where kind = 'program' and record_id = mended.id) + ordinality, 'cost', seed_id('source', source)
from mended, unnest(array['jica-kws', 'kws-press-2016']) with ordinality as told (source, ordinality);
drop table mended;
select seed_amend('program', 'programs');
