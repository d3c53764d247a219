import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readQrCodes } from '../../../src/lib/scan/decode.ts';

const FOLDER = resolve(import.meta.dirname, '../../../../shared/fixtures/qr');

/** How many of the 141 are read at least; 122 when this was written. */
const FLOOR = 122;

/** Holds one code inside the other; the file of expected text names the other one. */
const NESTED = 'q2-16.webp';

/** Astro's picture library, which not every platform has. */
const sharp = await import('sharp').then(
  (module) => module.default,
  () => undefined,
);

describe.skipIf(sharp === undefined || !existsSync(FOLDER))(
  'pictures of real codes in ../shared/fixtures/qr',
  () => {
    test(
      `reads at least ${FLOOR.toString()} of 141, each with its text`,
      { timeout: 120_000 },
      async () => {
        if (sharp === undefined) return;
        const files = readdirSync(FOLDER).filter((file) => /\.(?:png|jpg|webp)$/.test(file));
        const read: string[] = [];
        const wrong: string[] = [];
        for (const file of files) {
          const { data, info } = await sharp(resolve(FOLDER, file))
            .toColourspace('srgb')
            .ensureAlpha()
            .raw()
            .toBuffer({ resolveWithObject: true });
          const [text] = readQrCodes({ ...info, data: new Uint8ClampedArray(data) });
          if (text === undefined) continue;
          read.push(file);
          const expected = resolve(FOLDER, `${basename(file, extname(file))}.txt`);
          if (!existsSync(expected) || file === NESTED) continue;
          if (text.trim() !== readFileSync(expected, 'utf8').trim()) wrong.push(file);
        }
        expect(files).toHaveLength(141);
        expect(wrong).toEqual([]);
        expect(read.length).toBeGreaterThanOrEqual(FLOOR);
      },
    );
  },
);
