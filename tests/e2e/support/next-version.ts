import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { builtSite } from '../../../scripts/built-site.ts';
import { offlinePlan, withPlan } from '../../../scripts/service-worker.ts';
import { copyOfSite } from './server.ts';

/** What can name a script or a style. */
const text = /\.(html|js|css|json)$/;

/**
 * The built site as a version would be in which every script and style has changed: all
 * have other names, and the old ones are gone.
 */
export async function nextVersion(): Promise<string> {
  const folder = await copyOfSite();
  const files = (await readdir(folder, { recursive: true })).filter((file) => text.test(file));
  const names = files
    .filter((file) => file.startsWith('_astro') && !file.endsWith('.json'))
    .map((file) => path.basename(file))
    .sort((a, b) => b.length - a.length);
  const old = new RegExp(names.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
  const next = (name: string): string => `next-${name}`;
  for (const file of files) {
    const content = await readFile(path.join(folder, file), 'utf8');
    const target = names.includes(path.basename(file))
      ? path.join(path.dirname(file), next(path.basename(file)))
      : file;
    await writeFile(path.join(folder, file), content.replace(old, next));
    await rename(path.join(folder, file), path.join(folder, target));
  }
  const worker = await readFile(path.join(folder, 'sw.js'), 'utf8');
  const code = worker.slice(worker.indexOf('\n') + 1);
  await writeFile(path.join(folder, 'sw.js'), withPlan(code, offlinePlan(builtSite(folder))));
  return folder;
}
