import { describe, expect, it } from 'vitest';
import { openBackup } from '../../../src/lib/vault/backup.ts';
import {
  readIndependentNotes,
  unwrapIndependently,
  type BackupJson,
} from './independent-reader.ts';
import {
  PASSPHRASE,
  codeOf,
  draft,
  freshName,
  opens,
  protectedVault,
  quickDerive,
  raw,
  rawAll,
  rawPut,
  ticking,
} from './support.ts';

const DAY = 24 * 60 * 60 * 1000;
const CODES = ['a1b2c-d3e4f', 'g5h6i-j7k8l', 'm9n0o-p1q2r'];

async function vaultWithNote(now = ticking()) {
  const name = freshName();
  const vault = await opens(name, now);
  const entry = await vault.capture(draft());
  const notes = (await vault.archive()).notes;
  const { note, undo } = await notes.add(entry.id, 'AWS, root', CODES);
  return { name, vault, entry, notes, note, undo };
}

describe('recovery codes', () => {
  it('are kept beside the entries and are none of them', async () => {
    const { vault, entry, notes, note } = await vaultWithNote();
    expect(note).toMatchObject({ entry: entry.id, label: 'AWS, root' });
    expect((await notes.list()).notes).toEqual([note]);
    expect(await vault.list()).toEqual({ entries: [entry], unreadable: [] });
    await vault.capture(draft());
    await vault.accept(entry.id);
    expect((await notes.list()).notes).toEqual([note]);
    expect(await codeOf(vault.trash(note.id))).toBe('not-found');
  });

  it('are nowhere to be read in the database', async () => {
    const { name, note } = await vaultWithNote();
    const records = await rawAll(name, 'entries');
    expect(records).toHaveLength(2);
    const all = Buffer.concat(records.map(({ ciphertext }) => ciphertext)).toString('latin1');
    const rest = JSON.stringify(records.map((record) => ({ ...record, ciphertext: undefined })));
    for (const text of [...CODES, note.label, note.entry.concat('"}')])
      expect(all + rest).not.toContain(text);
  });

  it('are marked as used, and as good again', async () => {
    const { notes, note } = await vaultWithNote();
    const [, second = ''] = CODES;
    const used = await notes.setUsed(note.id, second, true);
    expect(used.note.codes.map(({ usedAt }) => usedAt !== undefined)).toEqual([false, true, false]);
    const again = await notes.setUsed(note.id, second, true);
    expect(again.note.codes).toEqual(used.note.codes);
    const back = await notes.setUsed(note.id, second, false);
    expect(back.note.codes).toEqual(note.codes);
  });

  it('keep their marks when others are put beside them', async () => {
    const { notes, note } = await vaultWithNote();
    const [first = '', second = ''] = CODES;
    const { note: used } = await notes.setUsed(note.id, second, true);
    const { note: next } = await notes.setCodes(note.id, ['new', second, first]);
    expect(next.codes).toEqual([{ text: 'new' }, used.codes[1], { text: first }]);
  });

  it('have a history and a way back from each change', async () => {
    const { vault, notes, note, undo } = await vaultWithNote();
    const changed = await notes.setCodes(note.id, ['other']);
    expect((await notes.history(note.id)).map((each) => each.note)).toEqual([note]);
    const { note: back } = await notes.restoreVersion(note.id, 1);
    expect(back.codes).toEqual(note.codes);
    const archive = await vault.archive();
    expect(await codeOf(archive.undo(changed.undo))).toBe('changed-since');
    const { undo: last } = await notes.trash(note.id);
    await archive.undo(last);
    expect((await notes.list()).notes).toEqual([back]);
    expect(await codeOf(archive.undo(undo))).toBe('changed-since');
    expect(await codeOf(notes.restoreVersion(note.id, 99))).toBe('not-found');
  });

  it('wait in the trash for 30 days', async () => {
    const clock = { at: 1_800_000_000_000 };
    const { notes, note } = await vaultWithNote(() => clock.at);
    await notes.trash(note.id);
    expect((await notes.list()).notes[0]?.deletedAt).toBe(clock.at);
    await notes.untrash(note.id);
    await notes.trash(note.id);
    clock.at += 29 * DAY;
    await notes.add('other', 'Other', ['x']);
    expect((await notes.list()).notes).toHaveLength(2);
    clock.at += 2 * DAY;
    await notes.add('other', 'Another', ['y']);
    expect((await notes.list()).notes.map(({ label }) => label)).not.toContain(note.label);
    expect(await notes.history(note.id)).toEqual([]);
  });

  it('that were tampered with are named, and do not pass for entries', async () => {
    const { name, vault, notes, note, entry } = await vaultWithNote();
    const stored = (await rawAll(name, 'entries')).find(({ id }) => id === note.id);
    await rawPut(name, 'entries', { ...stored, version: 7 });
    expect(await notes.list()).toEqual({
      notes: [],
      unreadable: [{ id: note.id, reason: 'tampered' }],
    });
    expect(await codeOf(notes.setCodes(note.id, ['x']))).toBe('tampered');
    await raw(name, 'entries', (records) => records.put({ ...stored, kind: undefined }));
    const { entries, unreadable } = await vault.list();
    expect(entries).toEqual([entry]);
    expect(unreadable).toEqual([{ id: note.id, reason: 'tampered' }]);
  });

  it('are out of reach while the vault is locked', async () => {
    const { vault } = await protectedVault();
    const notes = (await vault.archive()).notes;
    const { note } = await notes.add('entry', 'Label', CODES);
    vault.lock();
    expect(await codeOf(notes.list())).toBe('locked');
    expect(await codeOf(notes.add('entry', 'Label', CODES))).toBe('locked');
    expect(await codeOf(notes.history(note.id))).toBe('locked');
  });

  it('of two tabs are both kept', async () => {
    const name = freshName();
    const [one, other] = [await opens(name), await opens(name)];
    await one.capture(draft());
    await Promise.all(
      Array.from({ length: 10 }, async (_, index) =>
        (await (index % 2 === 0 ? one : other).archive()).notes.add('entry', `note ${index}`, [
          'x',
        ]),
      ),
    );
    expect((await (await other.archive()).notes.list()).notes).toHaveLength(10);
  });
});

describe('in a backup', () => {
  async function backupWithNote() {
    const { vault, entry } = await protectedVault();
    const notes = (await vault.archive()).notes;
    const { note } = await notes.add(entry.id, 'AWS, root', CODES);
    const archive = await vault.archive();
    const { text } = await archive.createBackup();
    return { vault, entry, notes, note, archive, text };
  }

  it('notes are a section of their own, which other readers can open', async () => {
    const { note, text } = await backupWithNote();
    const file = JSON.parse(text) as BackupJson;
    expect(file.notes).toBeDefined();
    for (const code of [...CODES, note.label]) expect(text).not.toContain(code);
    const opened = await openBackup(text, { passphrase: PASSPHRASE }, quickDerive);
    expect(opened.notes).toEqual([{ note, extra: {} }]);
    const { id, ...rest } = note;
    const [read] = readIndependentNotes(file, await quickDataKey(file));
    expect(read).toEqual({ id, fields: { v: 1, ...(JSON.parse(JSON.stringify(rest)) as object) } });
  });

  it('none are no section, and a file without one is read', async () => {
    const { vault, entry } = await protectedVault();
    const { text } = await (await vault.archive()).createBackup();
    expect(text).not.toContain('"notes"');
    const opened = await openBackup(text, { passphrase: PASSPHRASE }, quickDerive);
    expect(opened.notes).toEqual([]);
    expect(opened.entries).toHaveLength(1);
    expect(opened.entries[0]?.id).toBe(entry.id);
  });

  it('a section of another backup is refused', async () => {
    const { text, archive, notes, note } = await backupWithNote();
    await notes.setUsed(note.id, CODES[0] ?? '', true);
    const later = (JSON.parse((await archive.createBackup()).text) as BackupJson).notes;
    const mixed = JSON.stringify({ ...(JSON.parse(text) as object), notes: later });
    expect(await codeOf(openBackup(mixed, { passphrase: PASSPHRASE }, quickDerive))).toBe(
      'invalid-backup',
    );
  });

  it('comes back in another vault, with its entry, and can be undone', async () => {
    const { text, entry, note } = await backupWithNote();
    const backup = await openBackup(text, { passphrase: PASSPHRASE }, quickDerive);
    const vault = await opens(freshName(), ticking());
    const archive = await vault.archive();
    const plan = await archive.planRestore(backup.entries);
    const restored = await archive.restoreEntries(plan, new Map(), backup.notes);
    expect(restored).toMatchObject({ added: 1, replaced: 0, notes: 1 });
    const notes = (await vault.archive()).notes;
    expect((await notes.list()).notes).toEqual([note]);
    expect((await vault.list()).entries[0]?.id).toBe(entry.id);
    const again = await archive.restoreEntries(
      await archive.planRestore(backup.entries),
      new Map(),
      backup.notes,
    );
    expect(again).toMatchObject({ added: 0, notes: 0 });
    await archive.undo(restored.undo);
    expect((await notes.list()).notes).toEqual([]);
    expect((await vault.list()).entries).toEqual([]);
  });

  it('belongs to the entry that its own one is here, and never takes a mark away', async () => {
    const { text, entry } = await backupWithNote();
    const backup = await openBackup(text, { passphrase: PASSPHRASE }, quickDerive);
    const vault = await opens(freshName(), ticking());
    const { id } = await vault.capture({ otp: { ...entry.otp, secret: entry.otp.secret.slice() } });
    expect(id).not.toBe(entry.id);
    const archive = await vault.archive();
    const restore = async () =>
      archive.restoreEntries(await archive.planRestore(backup.entries), new Map(), backup.notes);
    await restore();
    const notes = (await vault.archive()).notes;
    const [here] = (await notes.list()).notes;
    expect(here?.entry).toBe(id);
    await notes.setUsed(here?.id ?? '', CODES[0] ?? '', true);
    expect(await restore()).toMatchObject({ notes: 0 });
    expect((await notes.list()).notes[0]?.codes[0]?.usedAt).toBeDefined();
    await notes.trash(here?.id ?? '');
    expect(await restore()).toMatchObject({ notes: 1 });
    expect((await notes.list()).notes).toMatchObject([{ id: here?.id, deletedAt: undefined }]);
    await notes.setCodes(here?.id ?? '', ['another']);
    expect(await restore()).toMatchObject({ notes: 1 });
    const labels = (await notes.list()).notes.map(({ codes }) => codes[0]?.text).sort();
    expect(labels).toEqual([CODES[0], 'another']);
  });

  it('counts in the drill', async () => {
    const { archive, notes, note, text } = await backupWithNote();
    const backup = await openBackup(text, { passphrase: PASSPHRASE }, quickDerive);
    expect((await archive.compareBackup(backup.entries, backup.notes)).notes).toEqual({
      restorable: 1,
      total: 1,
    });
    await notes.setUsed(note.id, CODES[0] ?? '', true);
    expect((await archive.compareBackup(backup.entries, backup.notes)).notes).toEqual({
      restorable: 0,
      total: 1,
    });
    expect((await archive.backupStatus()).changesSince).toBeGreaterThan(0);
  });
});

/** The data key of a file whose passphrase slot `quickDerive` opens, without our code. */
async function quickDataKey(file: BackupJson): Promise<Buffer> {
  const [slot] = file.slots;
  if (slot === undefined) throw new Error('no slot');
  const { memoryKiB = 0, iterations = 0, parallelism = 0, salt } = slot.kdf;
  const kdf = { name: 'argon2id' as const, memoryKiB, iterations, parallelism };
  const wrapping = await quickDerive(new TextEncoder().encode(PASSPHRASE), {
    ...kdf,
    salt: new Uint8Array(Buffer.from(salt, 'base64')),
  });
  return unwrapIndependently(file, slot, Buffer.from(wrapping));
}
