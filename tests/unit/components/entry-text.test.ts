import { describe, expect, it } from 'vitest';
import { groupDigits } from '../../../src/components/codes/group.ts';
import { entryTitle, matching } from '../../../src/components/vault/entry-text.ts';
import type { Entry } from '../../../src/lib/vault/entry.ts';

const entry = (issuer: string, account: string, more: Partial<Entry> = {}): Entry => ({
  id: `${issuer}/${account}`,
  status: 'active',
  createdAt: 0,
  updatedAt: 0,
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
});

it.each([
  ['12345', '12345'],
  ['123456', '123 456'],
  ['1234567', '123 4567'],
  ['12345678', '1234 5678'],
  ['1234567890', '12345 67890'],
])('groups %s for reading', (code, grouped) => {
  expect(groupDigits(code)).toBe(grouped);
});

describe('what an entry is called', () => {
  it.each([
    [entry('AWS', 'alice', { name: 'Payroll' }), 'Payroll'],
    [entry('AWS', 'alice', { name: '' }), 'AWS'],
    [entry('', 'alice'), 'alice'],
    [entry('', ''), 'Unnamed entry'],
  ])('%#', (named, title) => {
    expect(entryTitle(named)).toBe(title);
  });
});

describe('filtering', () => {
  const all = [
    entry('Amazon Web Services', 'root@1234'),
    entry('GitHub', 'ada', { name: 'Work' }),
    entry('', 'grace', { identity: { kind: 'iam', name: 'deploy' } }),
    entry('Crédit Maritime', 'bo', { tags: ['Money', 'home'], note: 'Ask Hedy.\nRoom 3' }),
  ];
  it.each([
    ['', 4],
    ['  ', 4],
    ['amazon', 1],
    ['ROOT web', 1],
    ['work', 1],
    ['deploy', 1],
    ['money', 1],
    ['HOME hedy', 1],
    ['credit', 1],
    ['room deploy', 0],
    ['amazon ada', 0],
  ])('finds for "%s" what holds each of its words', (filter, count) => {
    expect(matching(all, filter)).toHaveLength(count);
  });
});
