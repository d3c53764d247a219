import { expect, test, vi } from 'vitest';
import { commonTrouble, troubleOf } from '../../../src/lib/scan/frame-advice.ts';
import { measureFrame } from '../../../src/lib/scan/frame.ts';
import { blur, noise, plain, shade, type Gray } from '../../bench/scan/gray.ts';
import { slanted, view } from '../../bench/scan/view.ts';
import { randomBase32, seededRandom } from '../../helpers/random.ts';

const LINK = `otpauth://totp/Example:alice?secret=${randomBase32(seededRandom(5), 64)}&issuer=Example`;

// Drawing a frame takes a while.
vi.setConfig({ testTimeout: 30_000 });

/** A camera's frame of a code whose modules have this many pixels, a little out of focus by nature. */
function frameOf(moduleSize: number, deviation = 1): Gray {
  const gaze = slanted(moduleSize, [640, 480], 0.001, 0.001, 5);
  const seen = view(LINK, { width: 1280, height: 960, dark: 45, light: 205, around: 120, gaze });
  return noise(blur(seen, deviation), 8, seededRandom(9));
}

const dimmed = (frame: Gray, factor: number) => shade(frame, (light) => light * factor);

test.each([
  ['too dark', frameOf(8), 0.2, 'dark'],
  ['too far away', frameOf(3, 0.5), 1, 'far'],
  ['a little out of focus', frameOf(8, 3), 1, 'blurred'],
  ['far out of focus', frameOf(8, 6), 1, 'blurred'],
  ['in order, but not read', frameOf(8), 1, 'unclear'],
] as const)('a frame that is %s is told by its pixels', (_, frame, factor, trouble) => {
  expect(troubleOf(measureFrame(dimmed(frame, factor)))).toBe(trouble);
});

test('a frame without a code is told from one with a code that is not sharp', () => {
  const wall = noise(plain(1280, 960, 120), 8, seededRandom(2));
  expect(troubleOf(measureFrame(wall))).toBe('no-code');
  expect(troubleOf(measureFrame(plain(64, 48, 200)))).toBe('no-code');
});

test('brightness changes neither the sharpness nor the size that is measured', () => {
  const [bright, dim] = [frameOf(8), dimmed(frameOf(8), 0.5)].map(measureFrame);
  expect(dim?.light).toBeCloseTo((bright?.light ?? 0) / 2, -1);
  expect(dim?.sharpness).toBeCloseTo(bright?.sharpness ?? 0, 1);
  expect(bright?.moduleSize).toBeCloseTo(8, 0);
  expect(dim?.moduleSize).toBeCloseTo(8, 0);
});

test('advice is given where most frames agree', () => {
  const [dark, sharp] = [dimmed(frameOf(8), 0.2), frameOf(8)].map(measureFrame);
  if (dark === undefined || sharp === undefined) throw new Error('Nothing was measured.');
  expect(commonTrouble([dark, dark, sharp])).toBe('dark');
  expect(commonTrouble([dark, sharp])).toBeUndefined();
  expect(commonTrouble([])).toBeUndefined();
});
