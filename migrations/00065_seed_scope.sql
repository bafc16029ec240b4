-- The words in which Melbourne's fields were approved and signed. Two wordings are set beside each other only where they share words;
-- start-ups and city resilience have none in common, so each stands alone. An approval that staff have edited keeps what they left.

-- +goose Up
with kept as (
	update approvals
	set scope = '[
		{"approved": {"id": "Kota cerdas", "en": "Smart city"}, "signed": {"id": "Kota cerdas", "en": "Smart city"}, "turn": ""},
		{"approved": {"id": "Ekonomi dan perdagangan", "en": "Economy and trade"},
			"signed": {"id": "Ekonomi dan perdagangan", "en": "Economy and trade"}, "turn": ""},
		{"approved": {"id": "Kapasitas SDM", "en": "Human-resource capacity"},
			"signed": {"id": "Pendidikan tinggi, pelatihan, dan kapasitas", "en": "Higher education, training and capacity"}, "turn": "wider"},
		{"approved": {"id": "Kota layak anak", "en": "Child-friendly city"},
			"signed": {"id": "Kota layak huni", "en": "Liveable city"}, "turn": "changed"},
		{"approved": {"id": "Perusahaan rintisan", "en": "Start-ups"}, "signed": {"id": "", "en": ""}, "turn": ""},
		{"approved": {"id": "", "en": ""}, "signed": {"id": "Ketahanan kota", "en": "City resilience"}, "turn": ""}
	]'
	where id = seed_id('approval', 'melbourne-dprd-2023')
		and version = 1
	returning id
)
select seed_cite('approval', 'melbourne-dprd-2023', 'scope', '{ant-mel-2023, hai-mel-2023, voi-mel-2024, sb-mel-2024, terop-mel-2024}')
from kept;
select seed_amend('approval', 'approvals');

-- +goose Down
delete from citations
where kind = 'approval'
	and record_id = seed_id('approval', 'melbourne-dprd-2023')
	and field = 'scope'
	and exists (select from approvals where id = record_id and version = 1);
update approvals
set scope = '[]'
where id = seed_id('approval', 'melbourne-dprd-2023')
	and version = 1;
select seed_amend('approval', 'approvals');
