import { describe, expect, it } from 'vitest';
import {
  awaitingSuccessor,
  byService,
  ordered,
  tagsOf,
  withTags,
  type Sort,
} from '../../../src/components/vault/entry-order.ts';
import type { Entry } from '../../../src/lib/vault/entry.ts';

let created = 0;

function entry(issuer: string, account: string, more: Partial<Entry> = {}): Entry {
  created += 1;
  return {
    id: account,
    status: 'active',
    createdAt: created,
    updatedAt: created,
    otp: {
      type: 'totp',
      issuer,
      account,
      secret: new Uint8Array([1]),
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    },
    ...more,
  };
}

const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id).join(' ');

describe('the order of entries', () => {
  const all = [
    entry('Zoo', 'a10'),
    entry('apple', 'a2', { status: 'replaced', pinned: true }),
    entry('Zoo', 'a9', { name: 'Bank' }),
    entry('éclair', 'a1'),
    entry('', 'nobody', { pinned: true }),
  ];
  it.each<[Sort, string]>([
    ['newest', 'nobody a1 a9 a10 a2'],
    ['oldest', 'nobody a10 a9 a1 a2'],
    ['name', 'nobody a9 a1 a10 a2'],
    ['service', 'nobody a1 a9 a10 a2'],
  ])('%s: the pinned first, the replaced last, numbers by their value', (sort, expected) => {
    expect(ids(ordered(all, sort))).toBe(expected);
  });

  it('puts entries of one service together, whatever its case, and the nameless last', () => {
    const groups = byService(
      [entry('', 'x'), entry('GitHub', 'a'), entry('AWS', 'b'), entry('github', 'c')],
      'None',
    );
    expect(groups.map(({ title, entries }) => [title, ids(entries)])).toEqual([
      ['GitHub', 'a c'],
      ['AWS', 'b'],
      ['None', 'x'],
    ]);
  });
});

describe('tags', () => {
  const all = [
    entry('A', '1', { tags: ['work', 'money'] }),
    entry('B', '2', { tags: ['Work'] }),
    entry('C', '3'),
  ];
  it('are listed once each, in alphabetical order', () => {
    expect(tagsOf(all)).toEqual(['money', 'work']);
  });
  it.each([
    [[], '1 2 3'],
    [['work'], '1 2'],
    [['work', 'money'], '1'],
  ])('%j are all wanted', (tags, expected) => {
    expect(ids(withTags(all, tags))).toBe(expected);
  });
});

it('knows whose successor waits to be accepted', () => {
  const identity = { kind: 'iam', name: 'alice' };
  const all = [
    entry('A', 'x', { id: 'old', status: 'replaced', identity }),
    entry('A', 'x', { id: 'new', status: 'pending', identity }),
    entry('A', 'x', { id: 'other', status: 'replaced' }),
    entry('B', 'y', { id: 'accepted', status: 'replaced' }),
    entry('B', 'y', { id: 'successor' }),
  ];
  expect([...awaitingSuccessor(all)]).toEqual(['old']);
});
