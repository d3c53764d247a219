import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deleteAside } from './support/aside.ts';

/** Runs `bench.ts` of every folder here, or of those that are named; each prints its table. */

interface Bench {
  /** Resolves to what falls short of what the bench asks for; empty when all is well. */
  readonly run: () => Promise<readonly string[]>;
}

const folder = import.meta.dirname;
const wanted = process.argv.slice(2);
const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'bench.ts')));

for (const name of names.filter((each) => wanted.length === 0 || wanted.includes(each))) {
  const file = pathToFileURL(path.join(folder, name, 'bench.ts')).href;
  const { run } = (await import(file)) as Bench;
  const short = await run().finally(deleteAside);
  for (const each of short) console.error(`${name}: ${each}`);
  if (short.length > 0) process.exitCode = 1;
}
