import 'fake-indexeddb/auto';
import { performance } from 'node:perf_hooks';
import { argon2id } from 'hash-wasm';
import type { DeriveKey } from '../../src/lib/vault/kdf.ts';
import { newArgon2Parameters, passphraseKey } from '../../src/lib/vault/kdf.ts';
import { openVault } from '../../src/lib/vault/vault.browser.ts';

/*
 * What the vault costs beside the key derivation: run with `node tests/bench/vault.ts`.
 * The database is one in memory, so these rows are about our own work; the browser's
 * disk comes on top.
 */

const ENTRIES = 2000;
const ROUNDS = 5;
const PASSPHRASE = 'correct horse battery staple';

const derive: DeriveKey = async (passphrase, { memoryKiB, iterations, parallelism, salt }) =>
  new Uint8Array(
    await argon2id({
      ...{ password: passphrase, salt, iterations, parallelism, memorySize: memoryKiB },
      ...{ hashLength: 32, outputType: 'binary' },
    }),
  );

/** Stands in where the derivation is not what is measured. */
const instant: DeriveKey = (_passphrase, { salt }) =>
  Promise.resolve(new Uint8Array(32).fill(salt[0] ?? 0));

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
}

async function filledVault(): Promise<void> {
  const vault = await openVault({ database: 'bench' });
  const archive = await vault.archive();
  const drafts = Array.from({ length: ENTRIES }, (_, at) => ({
    otp: {
      type: 'totp' as const,
      issuer: `Issuer ${at % 100}`,
      account: `account-${at}@example.com`,
      secret: crypto.getRandomValues(new Uint8Array(20)),
      algorithm: 'SHA1' as const,
      digits: 6,
      period: 30,
    },
  }));
  await archive.restoreEntries(await archive.planRestore(drafts));
  await (await vault.access(instant)).setPassphrase(PASSPHRASE, { retireDevice: true });
  vault.close();
}

await filledVault();
const unlock = await median(async () => {
  const vault = await openVault({ database: 'bench' });
  await (await vault.access(instant)).unlock({ passphrase: PASSPHRASE });
  const { entries } = await vault.list();
  if (entries.length !== ENTRIES) throw new Error('entries are missing');
  vault.close();
});
const opened = await openVault({ database: 'bench' });
await (await opened.access(instant)).unlock({ passphrase: PASSPHRASE });
const archive = await opened.archive();
const [first] = (await opened.list()).entries;
let name = 0;
const rename = await median(() => opened.rename(first?.id ?? '', `name ${(name += 1)}`));
const backup = await median(() => archive.createBackup());
opened.close();

const parameters = newArgon2Parameters();
const typed = new TextEncoder().encode(PASSPHRASE);
await derive(typed, parameters);
const bare = await median(() => derive(typed, parameters));
const ours = await median(() => passphraseKey(PASSPHRASE, parameters, derive));

const rows: [what: string, value: string, limit: string][] = [
  [`unlock and list, ${ENTRIES} entries, derivation apart`, `${unlock.toFixed(0)} ms`, '< 150 ms'],
  [`rename one of ${ENTRIES} entries`, `${rename.toFixed(1)} ms`, ''],
  [`make a backup of ${ENTRIES} entries`, `${backup.toFixed(0)} ms`, ''],
  ['derive a key, 64 MiB, 3 passes, 4 lanes', `${ours.toFixed(0)} ms`, ''],
  ['the same against bare hash-wasm', `${(ours / bare).toFixed(3)} times`, '<= 1.1 times'],
];
for (const row of rows)
  console.log(row.map((cell, at) => cell.padEnd([56, 14, 0][at] ?? 0)).join(''));
