// What other programs subscribe to: Atom, JSON Feed, iCalendar, the web manifest, sitemaps.

import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { readFile } from 'node:fs/promises';

import { each, text } from './crawl.mjs';

const ajv = formats(new Ajv({ allErrors: true, strict: false }));

// schema compiles a schema of ours and returns a judge of documents.
export async function schema(name) {
  const valid = ajv.compile(JSON.parse(await readFile(new URL(`schema/${name}.json`, import.meta.url))));
  return document => (valid(document) ? [] : valid.errors.map(e => `${e.instancePath || '/'} ${e.message}`));
}

export async function feeds(found) {
  const jsonFeed = await schema('jsonfeed');
  const atom = await each(found, ['application/atom+xml'], answer => atomComplaints(text(answer)));
  const json = await each(found, ['application/feed+json'], answer => jsonFeed(JSON.parse(text(answer))));
  return { judged: atom.judged + json.judged, complaints: [...atom.complaints, ...json.complaints] };
}

// atomComplaints holds what RFC 4287 asks of a feed and its entries.
function atomComplaints(xml) {
  const wellFormed = XMLValidator.validate(xml);
  if (wellFormed !== true) return [wellFormed.err.msg];
  const feed = parseAtomFeed(xml);
  const complaints = [];
  for (const [name, part] of [['the feed', feed], ...(feed.entries ?? []).map(e => [`entry ${e.id}`, e])]) {
    for (const wanted of ['id', 'title', 'updated']) {
      if (!part[wanted]) complaints.push(`${name} has no ${wanted}`);
    }
    if (part.updated && Number.isNaN(Date.parse(part.updated))) complaints.push(`${name} was updated at ${part.updated}`);
  }
  const ids = (feed.entries ?? []).map(e => e.id);
  if (new Set(ids).size !== ids.length) complaints.push('two entries share an id');
  if (!feed.authors?.length && (feed.entries ?? []).some(e => !e.authors?.length)) complaints.push('an entry has no author');
  return complaints;
}

export function calendars(found) {
  return each(found, ['text/calendar'], answer => {
    const raw = text(answer);
    const complaints = raw.replaceAll('\r\n', '').includes('\n') ? ['a line does not end with CRLF'] : [];
    if (raw.split('\r\n').some(line => new TextEncoder().encode(line).length > 75)) complaints.push('a line is longer than 75 octets');
    const calendar = new ICAL.Component(ICAL.parse(raw));
    for (const wanted of ['prodid', 'version']) {
      if (!calendar.hasProperty(wanted)) complaints.push(`no ${wanted}`);
    }
    const events = calendar.getAllSubcomponents('vevent');
    for (const event of events) {
      for (const wanted of ['uid', 'dtstamp', 'dtstart', 'summary']) {
        if (!event.hasProperty(wanted)) complaints.push(`an event has no ${wanted}`);
      }
    }
    const uids = events.map(e => e.getFirstPropertyValue('uid'));
    if (new Set(uids).size !== uids.length) complaints.push('two events share a uid');
    return complaints;
  });
}

export async function manifests(found) {
  const judge = await schema('manifest');
  return each(found, ['application/manifest+json'], answer => judge(JSON.parse(text(answer))));
}

export function sitemaps(found, base) {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: name => ['url', 'sitemap', 'xhtml:link'].includes(name) });
  const named = new Set(found.filter(a => a.status === 200).map(a => a.url));
  return each(found, ['application/xml', 'text/xml'], answer => {
    const map = parser.parse(text(answer), true);
    const entries = map.urlset?.url ?? map.sitemapindex?.sitemap ?? [];
    if (!entries.length) return ['it names nothing'];
    const complaints = entries.filter(e => !named.has(e.loc)).map(e => `no link of the site leads to ${e.loc}`);
    return complaints.concat(entries.filter(e => !e.loc.startsWith(base)).map(e => `${e.loc} is of another site`));
  });
}
