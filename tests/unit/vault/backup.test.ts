import { argon2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { backupSlots, openBackup } from '../../../src/lib/vault/backup.ts';
import type { DeriveKey } from '../../../src/lib/vault/kdf.ts';
import type { BackupJson } from './independent-reader.ts';
import { readIndependently } from './independent-reader.ts';
import { PASSPHRASE, codeOf, draft, protectedVault, quickDerive } from './support.ts';

interface Golden {
  passphrase: string;
  recoveryKey: string;
  steps: Record<string, string>;
  file: BackupJson;
  entries: { id: string; name?: string; status: string; otp: { secret: string } }[];
}

const golden = JSON.parse(
  readFileSync(new URL('golden/backup-1.json', import.meta.url), 'utf8'),
) as Golden;
const goldenText = JSON.stringify(golden.file);

const realDerive: DeriveKey = (passphrase, { memoryKiB, iterations, parallelism, salt }) =>
  Promise.resolve(
    new Uint8Array(
      argon2Sync('argon2id', {
        message: passphrase,
        nonce: salt,
        memory: memoryKiB,
        passes: iterations,
        parallelism,
        tagLength: 32,
      }),
    ),
  );

/** A backup of a vault with a passphrase, a recovery key and the device's own slot. */
async function backup() {
  const { vault, access, entry } = await protectedVault();
  const recoveryKey = await access.addRecoveryKey();
  await vault.capture(draft({ account: 'second' }));
  const { text } = await (await vault.archive()).createBackup();
  return { text, json: JSON.parse(text) as BackupJson, recoveryKey, entry };
}

const open = (text: string, passphrase = PASSPHRASE, derive = quickDerive) =>
  openBackup(text, { passphrase }, derive);

describe('the backup of version 1 that ships with the tests', () => {
  it.each([
    ['passphrase', { passphrase: golden.passphrase }],
    ['recovery key', { recoveryKey: golden.recoveryKey }],
  ])('opens by its %s and has every entry', async (_what, secret) => {
    const { vault, created, entries } = await openBackup(goldenText, secret, realDerive);
    expect([vault, created]).toEqual([golden.file.vault, Date.parse(golden.file.created)]);
    const read = entries.map(({ otp, beside, ...entry }) => {
      expect(beside?.extra).toEqual({});
      return { ...entry, otp: { ...otp, secret: Buffer.from(otp.secret).toString('base64') } };
    });
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(read.sort(byId)).toEqual(golden.entries.toSorted(byId));
  });

  it('is read likewise by code that follows the description alone', () => {
    const { passphrase, recoveryKey, steps, file, entries } = golden;
    const byPassphrase = readIndependently(file, 'passphrase', passphrase);
    const byRecovery = readIndependently(file, 'recovery', recoveryKey);
    expect(steps).toEqual({
      passphraseWrappingKey: byPassphrase.wrappingKey,
      recoveryWrappingKey: byRecovery.wrappingKey,
      dataKey: byPassphrase.dataKey,
      headerKey: byPassphrase.headerKey,
    });
    expect(byRecovery.dataKey).toBe(byPassphrase.dataKey);
    expect(byPassphrase.mac).toBe(file.mac);
    const secrets = new Map(byPassphrase.entries.map(({ id, secret }) => [id, secret]));
    for (const { id, otp } of entries) expect(secrets.get(id)).toBe(otp.secret);
  });
});

describe('a backup file', () => {
  it('is read by code that follows the description alone', async () => {
    const { json, recoveryKey, entry } = await backup();
    const { mac, entries } = readIndependently(json, 'recovery', recoveryKey);
    expect(mac).toBe(json.mac);
    const found = entries.find(({ id }) => id === entry.id);
    expect(found?.secret).toBe(Buffer.from(entry.otp.secret).toString('base64'));
    expect(found?.fields).toMatchObject({ v: 1, type: 'totp', issuer: 'Amazon Web Services' });
  });

  it('has no slot of a device, and says what opens it', async () => {
    const { access, vault } = await protectedVault();
    const { text } = await (await vault.archive()).createBackup();
    expect(backupSlots(text)).toEqual(['passphrase']);
    await access.addRecoveryKey();
    const later = await (await vault.archive()).createBackup();
    expect(backupSlots(later.text).sort()).toEqual(['passphrase', 'recovery']);
  });

  it('holds nothing of its entries in the clear', async () => {
    const { text, entry } = await backup();
    for (const clear of ['Amazon', 'root@', entry.id, 'pending']) {
      expect(text).not.toContain(clear);
      expect(text).not.toContain(Buffer.from(clear).toString('base64').replace(/=+$/, ''));
    }
    for (const form of ['base64', 'hex'] as const) {
      expect(text).not.toContain(Buffer.from(entry.otp.secret).toString(form));
    }
  });

  it('is refused with the wrong secret', async () => {
    const { text } = await backup();
    const foreign = await backup();
    expect(await codeOf(open(text, 'wrong passphrase'))).toBe('wrong-passphrase');
    const opening = openBackup(text, { recoveryKey: foreign.recoveryKey }, quickDerive);
    expect(await codeOf(opening)).toBe('wrong-recovery-key');
    const mistyped = openBackup(text, { recoveryKey: 'ABCD' }, quickDerive);
    expect(await codeOf(mistyped)).toBe('mistyped-recovery-key');
  });

  it.each<[string, (json: BackupJson) => unknown, string]>([
    ['another revision', (json) => (json.revision += 1), 'header-tampered'],
    ['another date', (json) => (json.created = '2020-01-01T00:00:00.000Z'), 'header-tampered'],
    ['another MAC', (json) => (json.mac = Buffer.alloc(32).toString('base64')), 'header-tampered'],
    ['a slot taken out', (json) => (json.slots = [passphraseSlot(json)]), 'header-tampered'],
    ['a label on a slot', (json) => slot(json, { label: 'x' }), 'header-tampered'],
    ['fewer passes', (json) => kdf(json, { iterations: 2 }), 'wrong-passphrase'],
    ['another vault', (json) => (json.vault = 'another'), 'wrong-passphrase'],
    ['memory below the floor', (json) => kdf(json, { memoryKiB: 19 * 1024 - 1 }), 'kdf-refused'],
    ['memory above the cap', (json) => kdf(json, { memoryKiB: 2 ** 40 }), 'kdf-refused'],
    ['a short salt', (json) => kdf(json, { salt: 'AAAA' }), 'kdf-refused'],
    ['another KDF', (json) => kdf(json, { name: 'argon2d' }), 'invalid-backup'],
    ['a device slot', (json) => slot(json, { kind: 'device' }), 'invalid-backup'],
    ['other entries', (json) => (json.entries.sealed = 'AAAA'), 'invalid-backup'],
    ['a version to come', (json) => Object.assign(json, { version: 2 }), 'newer-backup'],
    ['another format', (json) => Object.assign(json, { format: 'other' }), 'invalid-backup'],
    ['slots that are none', (json) => Object.assign(json, { slots: {} }), 'invalid-backup'],
    ['Base64 that is none', (json) => (json.mac = 'A*=='), 'invalid-backup'],
    ['no passphrase slot', (json) => (json.slots = []), 'no-such-slot'],
  ])('with %s is refused', async (_what, change, code) => {
    const { json } = await backup();
    change(json);
    const derive = vi.fn(quickDerive);
    expect(await codeOf(open(JSON.stringify(json), PASSPHRASE, derive))).toBe(code);
    const attempted = ['header-tampered', 'wrong-passphrase'].includes(code);
    if (code === 'kdf-refused') expect(derive).not.toHaveBeenCalled();
    else if (attempted) expect(derive).toHaveBeenCalledOnce();
  });

  it('is refused at every changed byte of its entries', async () => {
    const { json } = await backup();
    const sealed = Buffer.from(json.entries.sealed, 'base64');
    for (let at = 0; at < sealed.length; at += 7) {
      const wrong = Buffer.from(sealed);
      wrong[at] = (wrong[at] ?? 0) ^ 1;
      const entries = { ...json.entries, sealed: wrong.toString('base64') };
      expect(await codeOf(open(JSON.stringify({ ...json, entries })))).toBe('invalid-backup');
    }
  });

  it.each(['', 'null', '[]', '{}', 'otpauth://totp/x?secret=AAAA', '{"format":"2faa-backup"}'])(
    'is not what this text is: %s',
    async (text) => {
      expect(await codeOf(open(text))).toBe('invalid-backup');
      expect(() => backupSlots(text)).toThrow('not a backup');
    },
  );

  it('opens with a byte order mark before it and other white space in it', async () => {
    const { json } = await backup();
    const { entries } = await open(`\uFEFF${JSON.stringify(json)}`);
    expect(entries).toHaveLength(2);
  });
});

function slot(json: BackupJson, change: object): unknown {
  return Object.assign(passphraseSlot(json), change);
}

function kdf(json: BackupJson, change: object): unknown {
  return Object.assign(passphraseSlot(json).kdf, change);
}

function passphraseSlot(json: BackupJson): BackupJson['slots'][number] {
  const found = json.slots.find(({ kind }) => kind === 'passphrase');
  if (found === undefined) throw new Error('no passphrase slot');
  return found;
}
