package cache

// Stats is how much the cache is worth.
type Stats struct {
	Hits   uint64 // answers that were ready
	Misses uint64 // answers that would have been kept and were not there
	Pages  int    // that are kept
	Bytes  uint64 // that they take
	Open   bool   // it hears of all that is published
}

// Stats tells what was answered since the start, and what is kept now.
func (p *Pages) Stats() Stats {
	p.kept.CleanUp() // what is too much goes before it is counted
	return Stats{Hits: p.hits.Load(), Misses: p.misses.Load(), Pages: p.kept.EstimatedSize(), Bytes: p.kept.WeightedSize(), Open: p.open(p.Now())}
}
