// The HTML and SVG of every page, judged by the Nu checker.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const jar = new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url).pathname;

export async function markup(found) {
  const pages = found.filter(a => ['text/html', 'image/svg+xml'].includes(a.type));
  const folder = await mkdtemp(join(tmpdir(), 'markup-'));
  try {
    const names = new Map();
    for (const [i, page] of pages.entries()) {
      const name = `${i}.${page.type === 'text/html' ? 'html' : 'svg'}`;
      names.set(name, page.path);
      await writeFile(join(folder, name), page.body);
    }
    return { judged: pages.length, complaints: await judge(folder, names) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function judge(folder, names) {
  const args = ['-Xss4m', '-jar', jar, '--also-check-svg', '--format', 'json', '--exit-zero-always', folder];
  const { stderr } = await promisify(execFile)('java', args, { maxBuffer: 1 << 28 });
  const said = groupBy(JSON.parse(stderr).messages.filter(m => m.type !== 'info'), m => m.message);
  return [...said].map(([message, at]) => `${names.get(basename(at[0].url))}, one of ${at.length}: ${message} ${at[0].extract ?? ''}`);
}

function groupBy(list, key) {
  const groups = new Map();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
