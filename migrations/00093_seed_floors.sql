-- What the planned floors in Hongdae were to hold, as the reports of 2015 name it. A measure that staff have edited keeps what they left.

-- +goose Up
with kept as (
	update outcomes
	set note_id = 'Kafe; restoran; toko; galeri.', note_en = 'Café; restaurant; shop; gallery.'
	where id = seed_id('outcome', 'seo-hongdae-floors')
		and version = 1
	returning id
)
select seed_cite('outcome', 'seo-hongdae-floors', 'note', '{rep-seoul-2015, rep-lb-2015}') from kept;
select seed_amend('outcome', 'outcomes');

-- +goose Down
delete from citations
where kind = 'outcome'
	and record_id = (select id from outcomes where id = seed_id('outcome', 'seo-hongdae-floors') and version = 1)
	and field = 'note';
update outcomes
set note_id = 'Baru rencana.', note_en = 'A plan only.'
where id = seed_id('outcome', 'seo-hongdae-floors')
	and version = 1;
select seed_amend('outcome', 'outcomes');
