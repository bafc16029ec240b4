// The API: its description is linted, and its answers are what the description says.

import Ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { get, text } from './crawl.mjs';

const redocly = new URL('node_modules/.bin/redocly', import.meta.url).pathname;

export async function api(found, base) {
  const described = found.find(a => a.path === '/api/v1/openapi.json' && a.status === 200);
  if (!described) return { judged: 0, complaints: [] };
  const description = JSON.parse(text(described));
  const complaints = await lint(text(described));
  const ajv = formats(new Ajv2020({ allErrors: true, strict: false }));
  ajv.addSchema(description, 'api');
  let judged = 0;
  for (const [path, { get: operation }] of Object.entries(description.paths)) {
    if (!operation || path.includes('{')) continue;
    const answer = await get(base, (description.servers?.[0]?.url ?? '').replace(/\/$/, '') + path);
    const pointer = `#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`;
    judged++;
    if (answer.status !== 200) complaints.push(`${path} answers ${answer.status}`);
    else if (answer.type === 'application/json' && !ajv.validate({ $ref: 'api' + pointer }, JSON.parse(text(answer)))) {
      complaints.push(...ajv.errors.slice(0, 5).map(e => `${path}: ${e.instancePath} ${e.message}`));
    }
  }
  return { judged, complaints };
}

// lint asks for what every description of an API should have.
async function lint(document) {
  const folder = await mkdtemp(join(tmpdir(), 'api-'));
  try {
    await writeFile(join(folder, 'openapi.json'), document);
    await writeFile(join(folder, 'redocly.yaml'), 'telemetry: off\nextends: [recommended]\nrules: {security-defined: off, operation-4xx-response: error}\n');
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const run = promisify(execFile)(redocly, ['lint', 'openapi.json', '--format', 'json'], { cwd: folder, env, maxBuffer: 1 << 26 });
    const { stdout } = await run.catch(fault => fault);
    return JSON.parse(stdout).problems.filter(p => p.severity === 'error').map(p => `${p.location?.[0]?.pointer ?? ''} ${p.message}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
