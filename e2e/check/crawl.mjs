// Walks a site as a reader does who follows every link, and keeps what it answers.

// alikeAsked is how many addresses are asked for that differ only in the values of their query: filters have no end.
const alikeAsked = 2;

// places are the addresses in a sitemap.
const places = /<loc>([^<]*)<\/loc>/g;

const links = /<(?:a|link|img|iframe)\b[^>]*?\b(?:href|src)="([^"]*)"/g;

// crawl returns what every address below base answered that a link leads to: {url, type, status, body}, the body as bytes.
export async function crawl(base, starts) {
  const waiting = [...starts];
  const known = new Set(waiting);
  const alike = new Map();
  const found = [];
  while (waiting.length) {
    const path = waiting.shift();
    const answer = await get(base, path);
    found.push(answer);
    const pattern = { 'text/html': links, 'application/xml': places }[answer.type];
    if (!pattern) continue;
    for (const [, href] of text(answer).matchAll(pattern)) {
      const to = new URL(href.replaceAll('&amp;', '&'), answer.url);
      const next = to.pathname + to.search;
      if (to.origin !== base || known.has(next) || /^(\/en)?\/admin(\/|$)/.test(to.pathname)) continue;
      const shape = to.pathname + '?' + [...to.searchParams.keys()].sort().join('&');
      alike.set(shape, (alike.get(shape) ?? 0) + 1);
      if (to.search && alike.get(shape) > alikeAsked) continue;
      known.add(next);
      waiting.push(next);
    }
  }
  return found;
}

// get asks for one address; a site that asks for patience gets it.
export async function get(base, path, headers = {}) {
  for (;;) {
    const answer = await fetch(base + path, { headers, redirect: 'follow' });
    const body = new Uint8Array(await answer.arrayBuffer());
    if (answer.status === 429) {
      await new Promise(resolve => setTimeout(resolve, 1000 * Number(answer.headers.get('Retry-After') ?? 1)));
      continue;
    }
    const type = (answer.headers.get('Content-Type') ?? '').split(';')[0];
    return { url: answer.url, path, status: answer.status, type, headers: answer.headers, body };
  }
}

export const text = answer => new TextDecoder().decode(answer.body);

// each runs a check on every answer of some media types.
export async function each(found, types, judge) {
  const complaints = [];
  let judged = 0;
  for (const answer of found.filter(a => types.includes(a.type) && a.status === 200)) {
    judged++;
    try {
      for (const complaint of await judge(answer)) complaints.push(`${answer.path}: ${complaint}`);
    } catch (fault) {
      complaints.push(`${answer.path}: ${fault.message}`);
    }
  }
  return { judged, complaints };
}
