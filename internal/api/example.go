package api

// Example is a request to begin with, and the key of the words on what it asks for.
type Example struct {
	Path string
	Key  string
}

// Examples are requests for those who read about the API; all of them are answered.
var Examples = []Example{
	{Prefix + "/partners?standing=partner&fields=slug,name,vitality", "guide.example.partners"},
	{Prefix + "/agreements/braunschweig?fields=title,signed_on", "guide.example.dispute"},
	{Prefix + "/activities?partner=suwon&nature=substantive&since=2010&sort=-start_on", "guide.example.activities"},
	{Prefix + "/approvals?kind=dprd&decision=approved", "guide.example.approvals"},
	{Prefix + "/venues?limit=10", "guide.example.venues"},
}
