import { describe, expect, it } from 'vitest';
import type { RawRecord } from './support.ts';
import { codeOf, draft, freshName, opens, raw, rawAll, rawPut } from './support.ts';

function flipped(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8));
  return copy;
}

/** A vault with one entry to tamper with and one to leave alone. */
async function twoEntries() {
  const name = freshName();
  const vault = await opens(name);
  const victim = await vault.capture(draft({ account: 'victim' }));
  const other = await vault.capture(draft({ account: 'other' }));
  const record = (await rawAll(name, 'entries')).find(({ id }) => id === victim.id);
  if (record === undefined) throw new Error('no record');
  return { name, vault, victim, other, record };
}

describe('a record that was tampered with', () => {
  it('is found at every byte of ciphertext and nonce, and the others still list', async () => {
    const { name, vault, victim, other, record } = await twoEntries();
    const changed: RawRecord[] = [
      ...Array.from(record.ciphertext, (_, at) => ({
        ...record,
        ciphertext: flipped(record.ciphertext, at),
      })),
      ...Array.from(record.nonce, (_, at) => ({ ...record, nonce: flipped(record.nonce, at) })),
    ];
    expect(changed.length).toBeGreaterThan(100);
    for (const wrong of changed) {
      await rawPut(name, 'entries', wrong);
      expect(await vault.list()).toEqual({
        entries: [other],
        unreadable: [{ id: victim.id, reason: 'tampered' }],
      });
    }
    await rawPut(name, 'entries', record);
    expect((await vault.list()).unreadable).toEqual([]);
  });

  it('is found when two records changed places', async () => {
    const { name, vault, victim, other } = await twoEntries();
    const third = await vault.capture(draft({ account: 'third' }));
    const records = await rawAll(name, 'entries');
    for (const record of records) {
      if (record.id === victim.id) await rawPut(name, 'entries', { ...record, id: other.id });
      if (record.id === other.id) await rawPut(name, 'entries', { ...record, id: victim.id });
    }
    const { entries, unreadable } = await vault.list();
    expect(entries).toEqual([third]);
    expect(unreadable.map(({ id }) => id).sort()).toEqual([victim.id, other.id].sort());
    expect(unreadable.every(({ reason }) => reason === 'tampered')).toBe(true);
  });

  it('is found when an older state is put back as the newer version', async () => {
    const { name, vault, victim, other, record } = await twoEntries();
    await vault.accept(victim.id);
    await rawPut(name, 'entries', { ...record, version: record.version + 1 });
    expect(await vault.list()).toEqual({
      entries: [other],
      unreadable: [{ id: victim.id, reason: 'tampered' }],
    });
  });

  it('is found when it comes from another vault', async () => {
    const { name, vault, victim, other } = await twoEntries();
    const elsewhere = freshName();
    await (await opens(elsewhere)).capture(draft());
    const [foreign] = await rawAll(elsewhere, 'entries');
    await rawPut(name, 'entries', foreign);
    const { entries, unreadable } = await vault.list();
    expect(entries.map(({ id }) => id).sort()).toEqual([victim.id, other.id].sort());
    expect(unreadable).toEqual([{ id: foreign?.id, reason: 'tampered' }]);
  });

  it.each([
    ['its ciphertext is gone', { ciphertext: undefined }],
    ['its nonce is text', { nonce: 'abcdefghijkl' }],
    ['its version is no number', { version: '1' }],
  ])('is found when %s', async (_what, changes) => {
    const { name, vault, victim, other, record } = await twoEntries();
    await rawPut(name, 'entries', { ...record, ...changes });
    expect(await vault.list()).toEqual({
      entries: [other],
      unreadable: [{ id: victim.id, reason: 'tampered' }],
    });
  });

  it('stays as it is through every change that is made to it or beside it', async () => {
    const { name, vault, victim, record } = await twoEntries();
    const wrong = { ...record, nonce: flipped(record.nonce, 0) };
    await rawPut(name, 'entries', wrong);
    for (const change of [
      vault.accept(victim.id),
      vault.trash(victim.id),
      vault.rename(victim.id, 'x'),
      vault.identify(victim.id, { kind: 'root', name: '' }),
    ]) {
      expect(await codeOf(change)).toBe('tampered');
    }
    await vault.capture({ otp: victim.otp });
    await vault.capture(draft({ account: 'victim' }));
    const stored = (await rawAll(name, 'entries')).find(({ id }) => id === victim.id);
    expect(stored).toEqual(wrong);
  });
});

describe('a record of a newer version', () => {
  it('is reported as such and stays', async () => {
    const { name, vault, victim, other, record } = await twoEntries();
    await rawPut(name, 'entries', { ...record, schema: 2 });
    expect(await vault.list()).toEqual({
      entries: [other],
      unreadable: [{ id: victim.id, reason: 'newer-record' }],
    });
    expect(await codeOf(vault.accept(victim.id))).toBe('newer-record');
  });
});

describe('a walk that cannot be read', () => {
  const walk = { step: 'scan', done: [] };

  it('counts as none and can be written again', async () => {
    const name = freshName();
    const vault = await opens(name);
    await vault.writeWalk('aws-mfa', walk);
    const [record] = await rawAll(name, 'walks');
    if (record === undefined) throw new Error('no record');
    for (const wrong of [
      { ...record, ciphertext: flipped(record.ciphertext, 3) },
      { ...record, version: 2 },
      { ...record, version: Number.MAX_SAFE_INTEGER },
      { id: 'aws-mfa' },
    ]) {
      await rawPut(name, 'walks', wrong);
      expect(await vault.readWalk('aws-mfa')).toBeUndefined();
      await vault.writeWalk('aws-mfa', walk);
      expect(await vault.readWalk('aws-mfa')).toEqual(walk);
    }
  });

  it('counts as none under another guide’s slug', async () => {
    const name = freshName();
    const vault = await opens(name);
    await vault.writeWalk('aws-mfa', walk);
    const [record] = await rawAll(name, 'walks');
    await rawPut(name, 'walks', { ...record, id: 'github' });
    expect(await vault.readWalk('github')).toBeUndefined();
  });
});

describe('a header that was tampered with', () => {
  const setHeader = (name: string, header: unknown) =>
    raw(name, 'meta', (store) => store.put(header, 'header'));
  const getHeader = (name: string) =>
    raw(name, 'meta', (store) => store.get('header')) as Promise<object>;

  it('with another vault’s id opens nothing', async () => {
    const { name, vault } = await twoEntries();
    await setHeader(name, { ...(await getHeader(name)), id: 'another' });
    expect(await codeOf(vault.list())).toBe('locked');
    expect(vault.state).toBe('locked');
    expect((await opens(name)).state).toBe('locked');
  });

  it.each([
    ['another format', { format: 'other' }],
    ['no id', { id: undefined }],
    ['a revision that is no number', { revision: 'many' }],
    ['schema 0', { schema: 0 }],
  ])('with %s is refused', async (_what, changes) => {
    const { name } = await twoEntries();
    await setHeader(name, { ...(await getHeader(name)), ...changes });
    expect(await codeOf(opens(name))).toBe('header-tampered');
  });

  it('with a newer schema is left alone, and entries are read', async () => {
    const { name } = await twoEntries();
    const newer = { ...(await getHeader(name)), schema: 3 };
    await setHeader(name, newer);
    const vault = await opens(name);
    expect((await vault.list()).entries).toHaveLength(2);
    expect(vault.problem).toBe('newer-schema');
    expect(await codeOf(vault.capture(draft()))).toBe('newer-schema');
    expect(await getHeader(name)).toEqual(newer);
  });
});
