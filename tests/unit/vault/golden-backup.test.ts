import { argon2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openBackup } from '../../../src/lib/vault/backup.ts';
import type { DeriveKey } from '../../../src/lib/vault/kdf.ts';
import type { BackupJson } from './independent-reader.ts';
import { readIndependently, readIndependentNotes } from './independent-reader.ts';
import { freshName, opens } from './support.ts';

type Fields = Record<string, unknown>;

interface GoldenEntry extends Fields {
  id: string;
  otp: Fields & { secret: string };
  formerly?: string;
}

interface Golden {
  file: BackupJson;
  entries: GoldenEntry[];
}

const first = load('backup-1') as Golden & {
  passphrase: string;
  recoveryKey: string;
  steps: Fields;
};
const later = load('backup-1-notes') as Golden & { notes: (Fields & { id: string })[] };
const { passphrase, recoveryKey, steps } = first;
const laterText = JSON.stringify(later.file);

const argon2id: DeriveKey = (typed, { memoryKiB, iterations, parallelism, salt }) => {
  const inputs = { message: typed, nonce: salt, parallelism, tagLength: 32 };
  const derived = argon2Sync('argon2id', { ...inputs, memory: memoryKiB, passes: iterations });
  return Promise.resolve(new Uint8Array(derived));
};

describe('the backup with every field and recovery codes that ships with the tests', () => {
  it('is restored into another vault: entries, what was remembered of them, and notes', async () => {
    const { entries, notes } = await openBackup(laterText, { passphrase }, argon2id);
    const vault = await opens(freshName());
    const archive = await vault.archive();
    const done = await archive.restoreEntries(await archive.planRestore(entries), new Map(), notes);
    expect(done).toMatchObject({ added: later.entries.length, notes: later.notes.length });
    const restored = (await vault.list()).entries.map((entry) => plain(entry));
    const expected = later.entries.map((entry) => plain({ ...entry, formerly: undefined }));
    expect(restored.sort(byId)).toEqual(expected.sort(byId));
    expect((await archive.notes.list()).notes.map(plain).sort(byId)).toEqual(
      later.notes.toSorted(byId),
    );
    // What a replaced entry was is what restoring it gives back.
    const replaced = later.entries.find(({ formerly }) => formerly !== undefined);
    expect((await vault.restore(replaced?.id ?? '')).status).toBe(replaced?.formerly);
  });

  it('is read likewise by code that follows the description alone', () => {
    const read = readIndependently(later.file, 'recovery', recoveryKey);
    expect([read.mac, read.dataKey]).toEqual([later.file.mac, steps.dataKey]);
    const entries = read.entries.map(({ id, fields, secret }) => ({ id, ...fields, secret }));
    expect(entries.sort(byId)).toEqual(
      later.entries.map(({ otp, ...about }) => ({ v: 1, ...otp, ...about })).sort(byId),
    );
    const notes = readIndependentNotes(later.file, Buffer.from(read.dataKey, 'hex'));
    expect(notes.sort(byId)).toEqual(
      later.notes.map(({ id, ...fields }) => ({ id, fields: { v: 1, ...fields } })).sort(byId),
    );
  });

  it('has every field that the format has', () => {
    const named = (all: readonly Fields[]) => new Set(all.flatMap((one) => Object.keys(one)));
    expect(named(later.entries)).toEqual(
      new Set([
        ...['id', 'otp', 'guide', 'identity', 'status', 'formerly', 'name', 'tags', 'note'],
        ...['pinned', 'createdAt', 'updatedAt', 'deletedAt'],
      ]),
    );
    expect(new Set(later.entries.map(({ otp }) => otp.type))).toEqual(
      new Set(['totp', 'hotp', 'steam']),
    );
    expect(named(later.notes)).toEqual(
      new Set(['id', 'entry', 'label', 'codes', 'createdAt', 'updatedAt', 'deletedAt']),
    );
  });
});

function load(name: string): unknown {
  const file = new URL(`golden/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** As JSON has it: secrets in Base64, and nothing where there is nothing. */
function plain(value: object): Fields & { id: string } {
  const text = JSON.stringify(value, (_, one: unknown) =>
    one instanceof Uint8Array ? Buffer.from(one).toString('base64') : one,
  );
  return JSON.parse(text) as Fields & { id: string };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
