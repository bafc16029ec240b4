// What other programs compute with: linked data, maps, packages of tables, catalogues.

import Ajv from 'ajv';
import formats from 'ajv-formats';
import { check } from '@placemarkio/check-geojson';
import { strFromU8, unzipSync } from 'fflate';
import jsonld from 'jsonld';
import { readFile } from 'node:fs/promises';

import { each, text } from './crawl.mjs';
import { schema } from './feed.mjs';

// vocabularies stand in for contexts that are fetched from the web elsewhere: every name is one of theirs.
const vocabularies = { 'https://schema.org': 'https://schema.org/', 'https://schema.org/': 'https://schema.org/' };

// documentLoader answers for known contexts and fetches nothing.
async function documentLoader(url) {
  if (!vocabularies[url]) throw new Error(`the context ${url} is not known`);
  return { contextUrl: null, documentUrl: url, document: { '@context': { '@vocab': vocabularies[url] } } };
}

// expanded are the nodes of a JSON-LD document; a name that no context explains is lost in them, so it is looked for.
const expanded = document => jsonld.expand(document, { documentLoader, safe: true });

const scripts = /<script[^>]*type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/g;

// listed are the complaints about a page that lists records: its places count from one, and each leads to a page of the site.
function listed({ mainEntity: list }, found) {
  const complaints = [];
  list.itemListElement.forEach(({ position, name, url }, i) => {
    if (position !== i + 1 || !name) complaints.push(`place ${i + 1} of the list is ${position}, ${name}`);
    if (!found.some(a => a.url === url.split('#')[0])) complaints.push(`the list leads to ${url}, which no page does`);
  });
  if (list.numberOfItems !== list.itemListElement.length) complaints.push('the list counts wrongly');
  return complaints;
}

export function linkedData(found) {
  const pages = found.filter(a => a.type === 'text/html' && text(a).includes('application/ld+json'));
  return each(pages, ['text/html'], async answer => {
    const complaints = [];
    for (const [, script] of text(answer).matchAll(scripts)) {
      const document = JSON.parse(script);
      const nodes = await expanded(document);
      if (document['@type'] === 'CollectionPage') complaints.push(...listed(document, found));
      if (!nodes.length || !nodes[0]['@type']) complaints.push('linked data says nothing, or not of what type');
    }
    return complaints;
  });
}

export function geography(found) {
  return each(found, ['application/geo+json'], answer => {
    const { features } = check(text(answer));
    return features.length ? [] : ['it holds no features'];
  });
}

// packages are zip files with a datapackage.json; it keeps the profile, and every file that it names is there.
export async function packages(found) {
  const profile = JSON.parse(await readFile(new URL('node_modules/datapackage/lib/profiles/data-package.json', import.meta.url)));
  delete profile.$schema;
  const valid = formats(new Ajv({ allErrors: true, strict: false, validateSchema: false, logger: false })).compile(profile);
  return each(found, ['application/zip'], answer => {
    const files = unzipSync(answer.body);
    if (!files['datapackage.json']) return ['there is no datapackage.json in it'];
    const description = JSON.parse(strFromU8(files['datapackage.json']));
    const complaints = valid(description) ? [] : valid.errors.map(e => `${e.instancePath} ${e.message}`);
    for (const { path, schema: { fields } } of description.resources) {
      if (!files[path]) complaints.push(`${path} is named and not there`);
      else if (header(files[path]) !== fields.map(f => f.name).join(',')) complaints.push(`the columns of ${path} are not those described`);
    }
    return complaints;
  });
}

const header = bytes => strFromU8(bytes).replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0];

// catalogues are DCAT in JSON-LD: they expand, and say of each part what DCAT asks for.
export async function catalogues(found) {
  const judge = await schema('dcat');
  return each(found, ['application/ld+json'], async answer => {
    const document = JSON.parse(text(answer));
    const nodes = await expanded(document);
    return nodes.length ? judge(document) : ['it says nothing'];
  });
}
