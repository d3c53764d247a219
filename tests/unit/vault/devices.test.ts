import { describe, expect, it } from 'vitest';
import { devicesOf } from '../../../src/lib/vault/devices.ts';
import type { Entry } from '../../../src/lib/vault/entry.ts';
import { draft } from './support.ts';

const PATTERN = '^(?<device>[\\w+=,.@-]+)@(?<account>[\\w-]+)$';
let count = 0;

function entry(account: string, changes: Partial<Entry> = {}): Entry {
  count += 1;
  return {
    ...draft({ account }),
    id: `entry-${count}`,
    status: 'active',
    createdAt: count,
    updatedAt: count,
    ...changes,
  };
}

const root = { kind: 'root', name: '' };
const alice = { kind: 'iam', name: 'alice' };
const bob = { kind: 'iam', name: 'bob' };

/** The devices of each user in each account, as lines. */
function lines(entries: readonly Entry[], pattern: string | undefined = PATTERN): string[] {
  return devicesOf(entries, pattern, ['root', 'iam']).flatMap(({ account, identities }) =>
    identities.map(
      ({ identity, devices }) =>
        `${account}/${identity?.kind ?? '?'}/${identity?.name ?? ''}: ${devices.map(({ name }) => name).join(' ')}`,
    ),
  );
}

describe('devicesOf', () => {
  it('groups by account and user, in the order of the guide', () => {
    expect(
      lines([
        entry('b-2faa@222222222222', { identity: bob }),
        entry('a-2faa@222222222222', { identity: alice }),
        entry('phone@111111111111', { identity: root }),
        entry('key.spare@111111111111', { identity: root }),
        entry('new@222222222222'),
        entry('root@222222222222', { identity: root, status: 'pending' }),
      ]),
    ).toEqual([
      '111111111111/root/: phone key.spare',
      '222222222222/root/: root',
      '222222222222/iam/alice: a-2faa',
      '222222222222/iam/bob: b-2faa',
      '222222222222/?/: new',
    ]);
  });

  it('takes the last @ for the one before the account', () => {
    expect(lines([entry('me@home@my-alias', { identity: root })])).toEqual([
      'my-alias/root/: me@home',
    ]);
  });

  it('counts copies of one secret once', () => {
    const one = entry('a@1', { identity: root });
    const copy = { ...entry('b@1', { identity: root }), otp: { ...one.otp, account: 'b@1' } };
    expect(lines([one, copy])).toEqual(['1/root/: a']);
  });

  it('leaves out what is replaced or in the trash', () => {
    expect(
      lines([
        entry('a@1', { identity: root, status: 'replaced' }),
        entry('b@1', { identity: root, deletedAt: 5 }),
      ]),
    ).toEqual([]);
  });

  it('puts labels that say nothing last, and needs no pattern', () => {
    const odd = entry('no account here', { identity: root });
    expect(lines([odd, entry('a@1', { identity: root })])).toEqual(['1/root/: a', '/root/: ']);
    expect(devicesOf([odd], undefined, [])).toMatchObject([{ account: '' }]);
  });
});
