import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/lib/vault/entry.ts';
import type { Vault } from '../../../src/lib/vault/vault.browser.ts';
import { bytes, draft, freshName, opens, ticking } from './support.ts';

const root = { kind: 'root', name: '' };
const alice = { kind: 'iam', name: 'alice' };
const bob = { kind: 'iam', name: 'bob' };

let vault: Vault;

beforeEach(async () => {
  vault = await opens(freshName(), ticking());
});

async function entry({ id }: Entry): Promise<Entry> {
  const found = (await vault.list()).entries.find((one) => one.id === id);
  if (found === undefined) throw new Error('an entry was lost');
  return found;
}

async function statuses(...entries: Entry[]): Promise<string[]> {
  return Promise.all(entries.map(async (one) => (await entry(one)).status));
}

describe('a capture with another secret for the same issuer, account and identity', () => {
  it('keeps the older entry, marked as replaced', async () => {
    const first = await vault.capture(draft({ identity: root }));
    const second = await vault.capture(draft({ identity: root }));
    expect(await statuses(first, second)).toEqual(['replaced', 'pending']);
    expect((await entry(first)).otp.secret).toEqual(first.otp.secret);
  });

  it('keeps each of many, and an active one too', async () => {
    const first = await vault.capture(draft());
    await vault.accept(first.id);
    const second = await vault.capture(draft());
    const third = await vault.capture(draft());
    expect(await statuses(first, second, third)).toEqual(['replaced', 'replaced', 'pending']);
  });

  it.each([
    ['account', draft({ identity: root, account: 'other' })],
    ['identity', draft({ identity: alice })],
    ['identity: none', draft()],
  ])('leaves entries with another %s', async (_what, other) => {
    const first = await vault.capture(draft({ identity: root }));
    const second = await vault.capture(other);
    expect(await statuses(first, second)).toEqual(['pending', 'pending']);
  });

  it('leaves entries with another issuer, and other names of one kind of identity', async () => {
    const first = await vault.capture(draft({ identity: alice }));
    const second = await vault.capture(draft({ identity: bob }));
    const other = draft({ identity: alice });
    const third = await vault.capture({ ...other, otp: { ...other.otp, issuer: 'Other' } });
    expect(await statuses(first, second, third)).toEqual(['pending', 'pending', 'pending']);
  });

  it('leaves what is in the trash as it was', async () => {
    const first = await vault.capture(draft());
    await vault.trash(first.id);
    await vault.capture(draft());
    expect(await entry(first)).toMatchObject({ status: 'pending' });
    expect((await entry(first)).deletedAt).toBeDefined();
  });

  it('replaces nothing when neither account nor identity says whose it is', async () => {
    const first = await vault.capture(draft({ account: '' }));
    const second = await vault.capture(draft({ account: '' }));
    expect(await statuses(first, second)).toEqual(['pending', 'pending']);
  });
});

describe('a capture with the same secret and parameters', () => {
  const secret = bytes();

  it('gives the entry back instead of a twin', async () => {
    const first = await vault.capture(draft({ secret }));
    const second = await vault.capture(draft({ secret }));
    expect(second).toEqual(first);
    expect((await vault.list()).entries).toHaveLength(1);
  });

  it('leaves an active entry active, and the others as they are', async () => {
    const first = await vault.capture(draft({ secret }));
    await vault.accept(first.id);
    const second = await vault.capture(draft());
    await vault.restore(first.id);
    expect((await vault.capture(draft({ secret }))).status).toBe('active');
    expect(await statuses(first, second)).toEqual(['active', 'pending']);
  });

  it('revives a replaced entry as pending, and replaces the one that had its place', async () => {
    const first = await vault.capture(draft({ secret }));
    await vault.accept(first.id);
    const second = await vault.capture(draft());
    const again = await vault.capture(draft({ secret }));
    expect(again.id).toBe(first.id);
    expect(await statuses(first, second)).toEqual(['pending', 'replaced']);
    expect((await vault.restore(second.id)).status).toBe('pending');
  });

  it('brings an entry back from the trash as pending', async () => {
    const first = await vault.capture(draft({ secret }));
    await vault.accept(first.id);
    await vault.trash(first.id);
    const second = await vault.capture(draft());
    const again = await vault.capture(draft({ secret }));
    expect(again).toMatchObject({ id: first.id, status: 'pending' });
    expect(again.deletedAt).toBeUndefined();
    expect(await statuses(first, second)).toEqual(['pending', 'replaced']);
  });

  it('fills in a missing guide and identity, and then replaces that identity’s older entry', async () => {
    const older = await vault.capture(draft({ identity: root }));
    const first = await vault.capture(draft({ secret }));
    const again = await vault.capture(draft({ secret, guide: 'aws-mfa', identity: root }));
    expect(again).toMatchObject({ id: first.id, guide: 'aws-mfa', identity: root });
    expect(await statuses(older, first)).toEqual(['replaced', 'pending']);
  });

  it('keeps the guide and the identity that the entry has', async () => {
    await vault.capture(draft({ secret, guide: 'aws-mfa', identity: root }));
    const again = await vault.capture(draft({ secret, guide: 'other', identity: alice }));
    expect(again).toMatchObject({ guide: 'aws-mfa', identity: root });
    expect(await vault.capture(draft({ secret }))).toMatchObject({ identity: root });
  });

  it('moves a counter forward, never back', async () => {
    const hotp = (counter: number) => {
      const { issuer, account, algorithm, digits } = draft().otp;
      return {
        otp: { type: 'hotp' as const, issuer, account, algorithm, digits, secret, counter },
      };
    };
    const first = await vault.capture(hotp(3));
    await vault.nextCounter(first.id);
    expect((await vault.capture(hotp(3))).otp).toMatchObject({ counter: 4 });
    expect((await vault.capture(hotp(9))).otp).toMatchObject({ counter: 9 });
    expect((await vault.list()).entries).toHaveLength(1);
  });

  it('is another entry with any other parameter', async () => {
    const base = draft({ secret });
    const { otp } = base;
    if (otp.type !== 'totp') throw new Error('a totp draft was expected');
    await vault.capture(base);
    await vault.capture({ otp: { ...otp, digits: 8 } });
    await vault.capture({ otp: { ...otp, period: 60 } });
    await vault.capture({ otp: { ...otp, algorithm: 'SHA256' } });
    await vault.capture({ otp: { ...otp, type: 'steam' } });
    await vault.capture({ otp: { ...otp, secret: secret.slice(1) } });
    await vault.capture({ otp: { ...otp, secret: new Uint8Array([...secret, 0]) } });
    expect((await vault.list()).entries).toHaveLength(7);
  });
});

describe('identify', () => {
  it('sets the identity and replaces older entries of it', async () => {
    const older = await vault.capture(draft({ identity: root }));
    const newer = await vault.capture(draft());
    expect((await vault.identify(newer.id, root)).identity).toEqual(root);
    expect(await statuses(older, newer)).toEqual(['replaced', 'pending']);
  });

  it('leaves newer entries of the identity', async () => {
    const older = await vault.capture(draft());
    const newer = await vault.capture(draft({ identity: root }));
    await vault.identify(older.id, root);
    expect(await statuses(older, newer)).toEqual(['pending', 'pending']);
  });

  it('corrects a wrong choice', async () => {
    const first = await vault.capture(draft({ identity: alice }));
    const second = await vault.capture(draft({ identity: bob }));
    await vault.identify(second.id, alice);
    expect(await statuses(first, second)).toEqual(['replaced', 'pending']);
    await vault.identify(second.id, bob);
    await vault.restore(first.id);
    expect(await statuses(first, second)).toEqual(['pending', 'pending']);
  });

  it('replaces nothing for an entry that is replaced or in the trash', async () => {
    const older = await vault.capture(draft({ identity: root }));
    const trashed = await vault.capture(draft());
    await vault.trash(trashed.id);
    await vault.identify(trashed.id, root);
    expect(await statuses(older, trashed)).toEqual(['pending', 'pending']);
  });

  it('changes nothing when the entry has that identity already', async () => {
    const first = await vault.capture(draft({ identity: root }));
    const second = await vault.capture(draft({ identity: root }));
    await vault.restore(first.id);
    await vault.identify(second.id, root);
    expect(await statuses(first, second)).toEqual(['pending', 'pending']);
  });
});

describe('restore', () => {
  it('makes a replaced entry active again if it was, and leaves the newer one', async () => {
    const first = await vault.capture(draft());
    await vault.accept(first.id);
    const second = await vault.capture(draft());
    await vault.restore(first.id);
    expect(await statuses(first, second)).toEqual(['active', 'pending']);
  });

  it('makes a replaced entry pending again if it was', async () => {
    const first = await vault.capture(draft());
    await vault.capture(draft());
    expect((await vault.restore(first.id)).status).toBe('pending');
  });
});

describe('accept and reopen', () => {
  it('make a replaced entry active and leave the newer one', async () => {
    const first = await vault.capture(draft());
    const second = await vault.capture(draft());
    await vault.accept(first.id);
    expect(await statuses(first, second)).toEqual(['active', 'pending']);
  });

  it('bring an accepted entry out of the trash', async () => {
    const first = await vault.capture(draft());
    await vault.trash(first.id);
    const accepted = await vault.accept(first.id);
    expect(accepted.status).toBe('active');
    expect(accepted.deletedAt).toBeUndefined();
  });

  it('undo an acceptance of an entry that was replaced meanwhile', async () => {
    const first = await vault.capture(draft());
    await vault.accept(first.id);
    await vault.capture(draft());
    expect((await vault.reopen(first.id)).status).toBe('replaced');
    expect((await vault.restore(first.id)).status).toBe('pending');
  });
});
