// node check.mjs ADDRESS: what validators made by others say of the site that answers there.
//
// It walks the site from both home pages, follows every link, and gives each answer to the checks of its media type. A check is a
// function from what was fetched to a list of complaints. It ends with "N passed, N failed", and 1 where a check complained.

import { crawl } from './crawl.mjs';
import { lighthouse } from './lighthouse.mjs';
import { markup } from './markup.mjs';
import { calendars, feeds, manifests, sitemaps } from './feed.mjs';
import { catalogues, geography, linkedData, packages } from './data.mjs';
import { api } from './api.mjs';

const shown = 40; // complaints of one check that are printed

const base = new URL(process.argv[2]).origin;
const found = await crawl(base, ['/', '/en/', '/robots.txt', '/api/v1/openapi.json']);
console.log(`${found.length} answers of ${base}`);

let passed = 0;
let failed = 0;
for (const check of [markup, linkedData, feeds, calendars, manifests, sitemaps, geography, packages, catalogues, api, lighthouse]) {
  const begun = Date.now();
  const { judged, complaints } = await check(found, base);
  if (judged === 0) complaints.push('there was nothing to judge');
  for (const complaint of complaints.slice(0, shown)) console.log(`  ${check.name}: ${complaint}`);
  if (complaints.length > shown) console.log(`  ${check.name}: and ${complaints.length - shown} more`);
  console.log(`${complaints.length ? 'FAIL' : 'ok  '} ${check.name}, ${judged} judged, ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  if (complaints.length) failed++;
  else passed++;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
