import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OtpParameters } from '../../../src/lib/otp/parameters.ts';
import type { EntryEdit } from '../../../src/lib/vault/entry-edit.ts';
import { VaultError } from '../../../src/lib/vault/errors.ts';
import { codeOf, draft, freshName, opens, raw, ticking } from './support.ts';

const secret = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
const common = { issuer: 'I', account: 'A', secret, algorithm: 'SHA1' } as const;
const hotp: OtpParameters = { type: 'hotp', ...common, digits: 6, counter: 5 };
const steam: OtpParameters = { type: 'steam', ...common, digits: 5, period: 30 };

async function withEntry(otp = draft().otp) {
  const name = freshName();
  const vault = await opens(name, ticking());
  const entry = await vault.capture({ otp, guide: 'aws-mfa' });
  return { name, vault, archive: await vault.archive(), entry };
}

describe('editing an entry', () => {
  it('changes what is named and nothing else, in one write', async () => {
    const { name, vault, archive, entry } = await withEntry();
    const revision = async () =>
      ((await raw(name, 'meta', (store) => store.get('header'))) as { revision: number }).revision;
    const before = await revision();
    const { entry: edited } = await archive.edit(entry.id, {
      ...{ issuer: ' AWS ', account: 'new\naccount', name: 'Work', note: 'a\r\nb\u0000 ' },
      ...{ tags: [' work', 'Work', 'two  words', ''], pinned: true },
      identity: { kind: 'iam', name: ' alice ' },
      ...{ period: 60, digits: 8, algorithm: 'SHA512' },
    });
    expect(await revision()).toBe(before + 1);
    expect((await vault.list()).entries).toEqual([edited]);
    expect(edited).toEqual({
      ...entry,
      otp: {
        ...entry.otp,
        ...{ issuer: 'AWS', account: 'new account', period: 60, digits: 8, algorithm: 'SHA512' },
      },
      ...{ name: 'Work', note: 'a\nb', tags: ['work', 'two words'], pinned: true },
      identity: { kind: 'iam', name: 'alice' },
      updatedAt: edited.updatedAt,
    });
  });

  it('names a guide with an identity, where it names none yet', async () => {
    const vault = await opens(freshName(), ticking());
    const archive = await vault.archive();
    const { id } = await vault.capture({ otp: draft().otp });
    const guideAfter = async (wanted: EntryEdit) => (await archive.edit(id, wanted)).entry.guide;
    expect(await guideAfter({ guide: 'aws-mfa', name: 'n' })).toBeUndefined();
    const identity = { kind: 'root', name: '' };
    const { undo, entry } = await archive.edit(id, { guide: 'aws-mfa', identity });
    expect(entry).toMatchObject({ guide: 'aws-mfa', identity });
    await archive.undo(undo);
    const [back] = (await vault.list()).entries;
    expect(back).not.toMatchObject({ guide: 'aws-mfa' });
    expect(back?.identity).toBeUndefined();
    await archive.edit(id, { guide: 'aws-mfa', identity });
    expect(await guideAfter({ guide: 'other', identity: { kind: 'x', name: '' } })).toBe('aws-mfa');
  });

  it('takes away what is emptied', async () => {
    const { archive, entry } = await withEntry();
    const full: EntryEdit = {
      ...{ name: 'n', note: 'x', tags: ['t'], pinned: true },
      identity: { kind: 'root', name: '' },
    };
    await archive.edit(entry.id, full);
    const none: EntryEdit = { name: ' ', note: '\n', tags: [], pinned: false, identity: null };
    const { entry: emptied } = await archive.edit(entry.id, none);
    expect(emptied).toEqual({ ...entry, updatedAt: emptied.updatedAt });
  });

  it('keeps what it was, and is taken back by its undo', async () => {
    const { vault, archive, entry } = await withEntry();
    const { undo } = await archive.edit(entry.id, { account: 'wrong', digits: 8 });
    expect((await archive.history(entry.id)).map((past) => past.entry)).toEqual([entry]);
    await archive.undo(undo);
    expect((await vault.list()).entries).toEqual([entry]);
    expect(await codeOf(archive.undo(undo))).toBe('changed-since');
  });

  it('writes nothing when nothing changes', async () => {
    const { name, archive, entry } = await withEntry();
    await archive.edit(entry.id, { tags: ['a'], note: 'n' });
    const header = () => raw(name, 'meta', (store) => store.get('header'));
    const before = await header();
    const { issuer, account, digits } = entry.otp;
    await archive.edit(entry.id, { issuer, account, digits, tags: ['a'], note: 'n ', name: '' });
    await archive.edit(entry.id, {});
    expect(await header()).toEqual(before);
  });

  it('replaces no other entry, even where the names become the same', async () => {
    const { vault, archive, entry } = await withEntry();
    const other = await vault.capture(draft({ account: 'another', guide: 'aws-mfa' }));
    await archive.edit(other.id, { account: entry.otp.account });
    const statuses = (await vault.list()).entries.map(({ status }) => status);
    expect(statuses).toEqual(['pending', 'pending']);
  });

  it('lets a counter stand where it is', async () => {
    const { vault, archive, entry } = await withEntry(hotp);
    await vault.nextCounter(entry.id);
    await archive.edit(entry.id, { digits: 8 });
    expect(await vault.nextCounter(entry.id)).toBe(6);
  });

  it('sets a counter onward and back, and the next code is made from it', async () => {
    const { vault, archive, entry } = await withEntry(hotp);
    for (const counter of [40, 2]) {
      await archive.edit(entry.id, { counter });
      expect(await vault.nextCounter(entry.id)).toBe(counter);
    }
  });

  it('refuses an id that is not there', async () => {
    const { archive } = await withEntry();
    expect(await codeOf(archive.edit('nobody', { name: 'x' }))).toBe('not-found');
  });

  it.each<[string, EntryEdit, OtpParameters?]>([
    ['4 digits', { digits: 4 }],
    ['11 digits', { digits: 11 }],
    ['half a digit', { digits: 6.5 }],
    ['a period of 0', { period: 0 }],
    ['a period of more than a day', { period: 86_401 }],
    ['a period that is none', { period: Number.NaN }],
    ['a period for a counter', { period: 30 }, hotp],
    ['a counter for what follows the clock', { counter: 1 }],
    ['a counter below 0', { counter: -1 }, hotp],
    ['half a counter', { counter: 1.5 }, hotp],
    ['a counter beyond whole numbers', { counter: 2 ** 53 }, hotp],
    ['6 digits for Steam', { digits: 6 }, steam],
    ['SHA256 for Steam', { algorithm: 'SHA256' }, steam],
    ['an unknown algorithm', { algorithm: 'MD5' as never }],
    ['an issuer that is no text', { issuer: 3 as never }],
    ['a note that is a list', { note: ['x'] as never }],
    ['tags that are a text', { tags: 'work' as never }],
    ['an identity without a name', { identity: { kind: 'root' } as never }],
    ['a name that is too long', { name: 'x'.repeat(101) }],
    ['a tag that is too long', { tags: ['x'.repeat(51)] }],
    ['too many tags', { tags: Array.from({ length: 31 }, (_, at) => `tag ${at}`) }],
  ])('is refused with %s, and changes nothing', async (_what, wanted, otp) => {
    const { vault, archive, entry } = await withEntry(otp);
    expect(await codeOf(archive.edit(entry.id, { ...wanted, account: 'other' }))).toBe(
      'invalid-entry',
    );
    expect((await vault.list()).entries).toEqual([entry]);
  });

  it('keeps a long account that a link brought while other fields are edited', async () => {
    const { archive, entry } = await withEntry(draft({ account: 'a'.repeat(300) }).otp);
    const { otp } = (await archive.edit(entry.id, { account: 'a'.repeat(300), note: 'n' })).entry;
    expect(otp.account).toHaveLength(300);
  });

  it('gives back any texts as one reads them: the same once they are tidy', async () => {
    const { archive, entry } = await withEntry();
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    const own = fc.record({ name: text, note: text, tags: fc.array(text, { maxLength: 8 }) });
    await fc.assert(
      fc.asyncProperty(own, async (wanted) => {
        const { entry: first } = await archive.edit(entry.id, wanted);
        const { name = '', note = '', tags = [] } = first;
        const { entry: again } = await archive.edit(entry.id, { name, note, tags });
        expect(again).toEqual(first);
        expect(tags.every((tag) => tag !== '' && tag === tag.trim())).toBe(true);
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  it('says which value is wrong', async () => {
    const { archive, entry } = await withEntry();
    const error: unknown = await archive.edit(entry.id, { digits: 4 }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(VaultError);
    expect((error as VaultError).message).toContain('5 to 10 digits');
  });
});
