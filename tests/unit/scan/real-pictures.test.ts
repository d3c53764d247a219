import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPicture } from '../../../src/cli/scan/picture.ts';
import { nodeCascade } from '../../../src/cli/scan/cascade.ts';
import { createCascade, type Cascade } from '../../../src/lib/scan/cascade.ts';
import { fixtureFolder } from '../../helpers/fixtures.ts';

const folder = fixtureFolder('qr');

/** Holds one code inside the other; the file of expected text names the other one. */
const NESTED = 'q2-16.webp';

/** The picture library, which not every platform has. */
const hasSharp = await import('sharp').then(
  () => true,
  () => false,
);

describe.skipIf(!hasSharp || folder === undefined)(
  'pictures of real codes in ../shared/fixtures/qr',
  () => {
    test.each([
      ['all readers', 134, nodeCascade],
      ['the small reader alone, as where WebAssembly is blocked', 122, () => createCascade({})],
    ] as const)(
      '%s: at least %i of 141, each with its text',
      { timeout: 240_000 },
      async (_, floor, make) => {
        const { total, read, wrong } = await readFixtures(make());
        expect(total).toBe(141);
        expect(wrong).toEqual([]);
        expect(read).toBeGreaterThanOrEqual(floor);
      },
    );
  },
);

async function readFixtures(cascade: Cascade) {
  if (folder === undefined) throw new Error('Nothing to read.');
  const files = readdirSync(folder).filter((file) => /\.(?:png|jpg|webp)$/.test(file));
  const wrong: string[] = [];
  let read = 0;
  for (const file of files) {
    const picture = await openPicture(readFileSync(resolve(folder, file)));
    const { codes } = await cascade.look(picture, 'thorough');
    if (codes.length === 0) continue;
    read += 1;
    const expected = resolve(folder, `${basename(file, extname(file))}.txt`);
    if (!existsSync(expected) || file === NESTED) continue;
    const text = readFileSync(expected, 'utf8').trim();
    if (!codes.some((code) => code.text.trim() === text)) wrong.push(file);
  }
  return { total: files.length, read, wrong };
}
