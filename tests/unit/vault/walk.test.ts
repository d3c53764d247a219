import { describe, expect, it } from 'vitest';
import type { Walk } from '../../../src/lib/vault/walk.ts';
import { decodeWalk, encodeWalk } from '../../../src/lib/vault/walk.ts';

const walk: Walk = {
  step: 'two-codes',
  done: ['sign-in', 'add-device'],
  entry: 'entry-1',
  pairStep: 59_999_999,
  identity: { kind: 'iam', name: 'alice' },
};

function decode(value: unknown): Walk {
  return decodeWalk(new TextEncoder().encode(JSON.stringify(value)));
}

describe('a walk as bytes', () => {
  it('comes back the same', () => {
    expect(decodeWalk(encodeWalk(walk))).toEqual(walk);
    expect(decodeWalk(encodeWalk({ step: 's', done: [] }))).toEqual({ step: 's', done: [] });
  });

  it('leaves out what it does not know', () => {
    expect(decode({ ...walk, later: true })).toEqual(walk);
  });

  it.each([
    ['no step', { done: [] }],
    ['a step that is no text', { step: 1, done: [] }],
    ['no list of done steps', { step: 's' }],
    ['a done step that is no text', { step: 's', done: ['a', 1] }],
    ['an entry that is no text', { ...walk, entry: 5 }],
    ['a time step that is not whole', { ...walk, pairStep: 1.5 }],
    ['a negative time step', { ...walk, pairStep: -1 }],
    ['an identity without name', { ...walk, identity: { kind: 'root' } }],
    ['a list', [walk]],
  ])('is refused with %s', (_what, value) => {
    expect(() => decode(value)).toThrow(expect.objectContaining({ code: 'invalid-record' }));
  });
});
