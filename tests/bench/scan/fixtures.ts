import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fixtureFolder } from '../../helpers/fixtures.ts';
import { openPicture } from '../../../src/cli/scan/picture.ts';
import type { BenchPicture } from './pictures.ts';

/** Holds one code inside the other; the file of expected text names the other one. */
const NESTED = 'q2-16';

/** The pictures of `../shared/fixtures/qr`, with their text where it is known; none without the folder. */
export function fixturePictures(): BenchPicture[] {
  const folder = fixtureFolder('qr');
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((file) => /\.(?:png|jpg|webp)$/.test(file))
    .map((file) => {
      const name = path.parse(file).name;
      const expected = path.join(folder, `${name}.txt`);
      const known = existsSync(expected) && name !== NESTED;
      return {
        kind: 'fixture',
        text: known ? readFileSync(expected, 'utf8').trim() : undefined,
        make: () => openPicture(readFileSync(path.join(folder, file))),
      };
    });
}
