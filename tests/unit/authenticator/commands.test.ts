import { describe, expect, it } from 'vitest';
import { commandOf, neighbor, type Place } from '../../../src/components/vault/keys/commands.ts';
import { words } from '../../../src/components/vault/keys/words.ts';

const all: readonly Place[] = ['filter', 'entry', 'page', 'control', 'typing'];
const where = (key: string, single = true) =>
  all.filter((place) => commandOf(key, place, single) !== undefined);

describe('what a key does', () => {
  it.each([
    ['/', ['entry', 'page', 'control']],
    ['?', ['entry', 'page', 'control']],
    ['ArrowDown', ['filter', 'entry', 'page']],
    ['ArrowUp', ['entry']],
    ['Enter', ['filter']],
    ['n', ['entry']],
    ['s', ['entry']],
    ['x', []],
    ['constructor', []],
  ])('%s means something in %j', (key, places) => {
    expect(where(key)).toEqual(places);
  });

  it('is nothing where keys are typed', () => {
    for (const key of ['/', '?', 'n', 'ArrowDown', 'Enter', 'Home'])
      expect(commandOf(key, 'typing', true)).toBeUndefined();
  });

  it('goes without single characters when they are turned off, and keeps the others', () => {
    for (const key of ['/', '?', 'n', 'h', 'r', 's']) expect(where(key, false)).toEqual([]);
    expect(where('ArrowDown', false)).toEqual(['filter', 'entry', 'page']);
    expect(where('Enter', false)).toEqual(['filter']);
  });

  it('is in the dialog that lists the keys', () => {
    const listed = words.groups.flatMap(({ keys }) => keys.flatMap(([names]) => [...names]));
    for (const key of ['/', '?', 'N', 'H', 'R', 'S', 'Enter', 'Home', 'End', '↑', '↓'])
      expect(listed).toContain(key);
  });
});

describe('where an arrow leads', () => {
  const order = ['a', 'b', 'c'];
  it.each([
    ['down', 'a', 'b'],
    ['down', 'c', 'c'],
    ['up', 'a', 'a'],
    ['up', 'c', 'b'],
    ['first', 'c', 'a'],
    ['last', 'a', 'c'],
    ['down', undefined, 'a'],
    ['down', 'filtered away', 'a'],
  ] as const)('%s from %s to %s', (move, from, to) => {
    expect(neighbor(order, from, move)).toBe(to);
  });

  it('is nowhere in an empty list', () => {
    expect(neighbor([], undefined, 'down')).toBeUndefined();
  });
});
