import { describe, expect, it } from 'vitest';
import type { OtpParameters } from '../../../src/lib/otp/parameters.ts';
import type { Entry } from '../../../src/lib/vault/entry.ts';
import { duplicates, preferred } from '../../../src/lib/vault/entry-merge.ts';
import { bytes, codeOf, draft, freshName, opens, ticking } from './support.ts';

const secret = bytes();
const hotp = (counter: number, account: string): OtpParameters => ({
  ...{ type: 'hotp', issuer: 'I', account, secret, algorithm: 'SHA1', digits: 6, counter },
});

async function twins(otps = [draft({ secret }).otp, draft({ secret, account: 'other' }).otp]) {
  const vault = await opens(freshName(), ticking());
  const ids: string[] = [];
  for (const otp of otps) ids.push((await vault.capture({ otp })).id);
  const [one = '', other = ''] = ids;
  return { vault, archive: await vault.archive(), one, other };
}

describe('duplicates', () => {
  it('are entries in use with the same secret, whatever their names', async () => {
    const { vault, one, other } = await twins();
    await vault.capture(draft({ account: 'third' }));
    const groups = duplicates((await vault.list()).entries);
    expect(groups.map((group) => group.map(({ id }) => id).sort())).toEqual([[one, other].sort()]);
    await vault.trash(other);
    expect(duplicates((await vault.list()).entries)).toEqual([]);
  });

  it('are not two secrets of which one begins like the other', () => {
    const entry = (id: string, own: Uint8Array<ArrayBuffer>): Entry => ({
      ...{ id, otp: draft({ secret: own }).otp, status: 'active', createdAt: 1, updatedAt: 1 },
    });
    const long = bytes(20);
    const zeros = [new Uint8Array(10), new Uint8Array(20)] as const;
    const all = [long, long.slice(0, 10), ...zeros].map((own, at) => entry(`${at}`, own));
    expect(duplicates(all)).toEqual([]);
  });
});

describe('the one to keep', () => {
  const entry = (id: string, own: Partial<Entry>): Entry => ({
    ...{ id, otp: draft({ secret }).otp, status: 'active', createdAt: 5, updatedAt: 5 },
    ...own,
  });
  it.each<[string, Partial<Entry>, Partial<Entry>]>([
    ['in use rather than not confirmed', {}, { status: 'pending', pinned: true, name: 'n' }],
    ['not confirmed rather than replaced', { status: 'pending' }, { status: 'replaced' }],
    ['pinned', { pinned: true }, { name: 'n', createdAt: 1 }],
    ['named', { name: 'n' }, { createdAt: 1 }],
    ['the first that came', { createdAt: 1 }, {}],
  ])('is the one that is %s', (_what, better, worse) => {
    const group = [entry('worse', worse), entry('better', better)];
    expect(preferred(group)?.id).toBe('better');
    expect(preferred(group.reverse())?.id).toBe('better');
  });
});

describe('merging', () => {
  it('keeps one with what all of them said, and puts the others in the trash', async () => {
    const { vault, archive, one, other } = await twins();
    await archive.edit(one, { note: 'mine', tags: ['Work'] });
    const theirs = { name: 'Theirs', note: 'theirs', tags: ['work', 'old'], pinned: true };
    await archive.edit(other, theirs);
    await vault.accept(other);
    const before = (await vault.list()).entries;
    const { entry, undo } = await archive.merge(one, [other]);
    expect(entry).toMatchObject({
      ...{ id: one, status: 'active', name: 'Theirs', note: 'mine\n\ntheirs', pinned: true },
      tags: ['Work', 'old'],
      otp: { account: 'root@123456789012' },
    });
    const after = (await vault.list()).entries;
    expect(after.find(({ id }) => id === other)?.deletedAt).toBeDefined();
    await archive.undo(undo);
    expect((await vault.list()).entries).toEqual(before);
  });

  it('never goes back with a counter', async () => {
    const { archive, one, other } = await twins([hotp(3, 'a'), hotp(9, 'b')]);
    expect((await archive.merge(one, [other])).entry.otp).toMatchObject({ counter: 9 });
  });

  it('is refused for entries that hold different secrets, and changes nothing', async () => {
    const { vault, archive, one } = await twins();
    const { id } = await vault.capture(draft({ account: 'third' }));
    const before = (await vault.list()).entries;
    expect(await codeOf(archive.merge(one, [id]))).toBe('invalid-entry');
    expect(await codeOf(archive.merge(one, ['nobody']))).toBe('not-found');
    expect((await vault.list()).entries).toEqual(before);
  });
});
