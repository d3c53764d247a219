import { beforeAll, describe, expect, test, vi } from 'vitest';
import { nodeCascade } from '../../../src/cli/scan/cascade.ts';
import { createCascade } from '../../../src/lib/scan/cascade.ts';
import { NOTHING, type Look } from '../../../src/lib/scan/finding.ts';
import type { WasmReader } from '../../../src/lib/scan/wasm-reader.ts';
import { view, slanted } from '../../bench/scan/view.ts';
import { toPixels } from '../../bench/scan/gray.ts';
import { CLEAR, WHITE, draw, drawQr, placeOn } from '../../helpers/qr-picture.ts';
import type { Pixels } from '../../helpers/qr-picture.ts';

const LINK = 'otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Example';
const OTHER = LINK.replace('alice', 'bob');
const BLANK = draw(64, 64, () => WHITE);

const texts = ({ codes }: Look) => codes.map(({ text }) => text);
const reading = (text: string): Look => ({
  codes: [{ text, box: { x: 0, y: 0, width: 1, height: 1 } }],
  unreadable: false,
});

/** Two codes side by side on one page. */
function pair(left: string, right: string): Pixels {
  const [one, other] = [drawQr(left), drawQr(right)];
  const page = { width: 900, height: 500, color: WHITE };
  const both = placeOn(one, { ...page, x: 40, y: 20 });
  for (let row = 0; row < other.height; row += 1) {
    const line = other.data.subarray(row * other.width * 4, (row + 1) * other.width * 4);
    both.data.set(line, ((row + 60) * page.width + 500) * 4);
  }
  return both;
}

describe.each([
  ['the small reader alone', () => createCascade({})],
  ['all readers of Node', nodeCascade],
])('with %s', (_, make) => {
  const cascade = make();
  beforeAll(() => cascade.look(BLANK, 'thorough'));

  test('reads all codes of a picture, with the place of each', async () => {
    const { codes, unreadable } = await cascade.look(pair(LINK, OTHER), 'thorough');
    expect(new Set(texts({ codes, unreadable }))).toEqual(new Set([LINK, OTHER]));
    const at = (text: string) => codes.find((code) => code.text === text)?.box;
    const side = drawQr(LINK).width - 32;
    const expected = { x: 56 / 900, y: 36 / 500, width: side / 900, height: side / 500 };
    for (const key of ['x', 'y', 'width', 'height'] as const)
      expect(at(LINK)?.[key]).toBeCloseTo(expected[key], 1);
    expect(at(OTHER)?.x).toBeGreaterThan(0.5);
  });

  test('reads dark and light codes on transparent ground', async () => {
    expect(texts(await cascade.look(drawQr(LINK, { light: CLEAR }), 'thorough'))).toEqual([LINK]);
    const light = drawQr(LINK, { dark: WHITE, light: [255, 255, 255, 0] });
    expect(texts(await cascade.look(light, 'thorough'))).toEqual([LINK]);
  });

  test.each([
    'otpauth://totp/Zürich:jürg?secret=JBSWY3DPEHPK3PXP',
    'otpauth://totp/例え:利用者?secret=JBSWY3DPEHPK3PXP',
  ])('takes bytes as UTF-8: %s', async (text) => {
    expect(texts(await cascade.look(drawQr(text), 'thorough'))).toEqual([text]);
  });

  test('says that a code is there where it cannot be corrected', async () => {
    const covered = drawQr(LINK);
    const { width, data } = covered;
    for (let row = 0; row < covered.height; row += 1)
      if (row > width * 0.36 && row < width * 0.64)
        data.fill(255, row * width * 4, (row + 1) * width * 4);
    expect(await cascade.look(covered, 'thorough')).toEqual({ codes: [], unreadable: true });
  });

  test('sees no code where there is none', async () => {
    expect(await cascade.look(BLANK, 'thorough')).toEqual(NOTHING);
  });

  test('refuses pixels that do not fit their size', async () => {
    const broken = { width: 4, height: 4, data: new Uint8ClampedArray(3) };
    await expect(cascade.look(broken, 'thorough')).rejects.toMatchObject({ code: 'empty-picture' });
  });
});

describe('the order of the readers', () => {
  const wasm = () => vi.fn<WasmReader>(() => Promise.resolve(reading('wasm')));

  test('asks the platform first', async () => {
    const larger = wasm();
    const cascade = createCascade({
      native: () => Promise.resolve(() => Promise.resolve(reading('native'))),
      wasm: () => Promise.resolve(larger),
    });
    expect(texts(await cascade.look(drawQr(LINK), 'thorough'))).toEqual(['native']);
    expect(larger).not.toHaveBeenCalled();
  });

  test.each([
    ['is missing', () => Promise.resolve(undefined)],
    ['cannot start', () => Promise.reject(new Error('no service'))],
    ['fails', () => Promise.resolve(() => Promise.reject(new Error('no service')))],
    ['sees nothing', () => Promise.resolve(() => Promise.resolve(NOTHING))],
  ])('goes on where the platform’s %s', async (_, native) => {
    const cascade = createCascade({ native });
    expect(texts(await cascade.look(drawQr(LINK), 'thorough'))).toEqual([LINK]);
  });

  test('fetches the larger reader with the first picture that the small one does not read', async () => {
    const fetched = vi.fn(() => Promise.resolve(wasm()));
    const cascade = createCascade({ wasm: fetched });
    expect(texts(await cascade.look(drawQr(LINK), 'thorough'))).toEqual([LINK]);
    expect(fetched).not.toHaveBeenCalled();
    expect(texts(await cascade.look(BLANK, 'thorough'))).toEqual(['wasm']);
    expect(texts(await cascade.look(drawQr(LINK), 'thorough'))).toEqual(['wasm']);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  test('asks the larger one first once it is warm', async () => {
    const cascade = createCascade({ wasm: () => Promise.resolve(wasm()) });
    cascade.warm();
    await Promise.resolve();
    await Promise.resolve();
    expect(texts(await cascade.look(drawQr(LINK), 'quick'))).toEqual(['wasm']);
  });

  test('never lets a camera’s frame wait for it', async () => {
    const fetched = vi.fn(() => new Promise<WasmReader>(() => undefined));
    const cascade = createCascade({ wasm: fetched });
    expect(await cascade.look(BLANK, 'quick')).toEqual(NOTHING);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  test('reads without it where it is blocked, and tries again with the next picture', async () => {
    const fetched = vi.fn(() => Promise.reject<WasmReader>(new Error('blocked by a policy')));
    const cascade = createCascade({ wasm: fetched });
    const hard = toPixels(
      view(LINK, { width: 500, height: 500, gaze: slanted(7, [250, 250], 0.004, 0.003, 8) }),
    );
    expect(texts(await cascade.look(hard, 'thorough'))).toEqual([LINK]);
    await cascade.look(BLANK, 'thorough');
    await cascade.look(BLANK, 'thorough');
    expect(fetched.mock.calls.length).toBeGreaterThanOrEqual(2);
  });

  test('leaves a reader that does not arrive behind', async () => {
    vi.useFakeTimers();
    const cascade = createCascade({ wasm: () => new Promise(() => undefined) });
    const look = cascade.look(BLANK, 'thorough');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await look).toEqual(NOTHING);
    vi.useRealTimers();
  });
});
