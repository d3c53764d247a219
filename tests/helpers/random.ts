/** A source of numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** The same numbers for the same seed: a 32-bit Weyl sequence through a mixing function. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** One of the items. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

/** A Base32 secret of this many characters. */
export function randomBase32(random: Random, length: number): string {
  const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
  return Array.from({ length }, () => pick(random, alphabet)).join('');
}
