import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');

/** Every color token with its value in the light and in the dark theme. */
const colors = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Contrast ratio of two colors, WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const grounds = ['paper', 'raised', 'sunken'];
const pairs: [front: string, back: string, least: number][] = [
  // Codes and keys stand in ink.
  ...grounds.map((ground): [string, string, number] => ['ink', ground, 7]),
  ...grounds.map((ground): [string, string, number] => ['ink-soft', ground, 4.5]),
  ...grounds.map((ground): [string, string, number] => ['accent', ground, 4.5]),
  ...grounds.map((ground): [string, string, number] => ['accent-strong', ground, 4.5]),
  ...grounds.map((ground): [string, string, number] => ['edge', ground, 3]),
  ...grounds.map((ground): [string, string, number] => ['stop', ground, 4.5]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['paper', 'ink', 7],
  ['wait', 'wait-ground', 7],
  ['stop', 'stop-ground', 7],
  ['done', 'done-ground', 7],
  ['done', 'paper', 4.5],
];

describe('colors', () => {
  it.each(pairs)('%s on %s has a contrast of at least %d in both themes', (front, back, least) => {
    for (const theme of ['light', 'dark'] as const) {
      const [a, b] = [colors.get(front)?.[theme], colors.get(back)?.[theme]];
      expect(a, front).toBeDefined();
      expect(contrast(a ?? '', b ?? '')).toBeGreaterThanOrEqual(least);
    }
  });
});
