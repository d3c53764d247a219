import { argon2id } from 'hash-wasm';
import { codeAt, timeStep } from '../../../src/lib/otp/codes.ts';
import type { DeriveKey } from '../../../src/lib/vault/kdf.ts';
import { newArgon2Parameters, passphraseKey } from '../../../src/lib/vault/kdf.ts';
import { openVault } from '../../../src/lib/vault/vault.browser.ts';

export const ENTRIES = 2000;

/** As many as are on a tall screen at once. */
const FIRST_CODES = 20;
const ROUNDS = 5;
const PASSPHRASE = 'correct horse battery staple';

/** Medians in milliseconds. */
export interface Times {
  /** From the passphrase's key to the first codes, reading every entry. */
  readonly unlock: number;
  readonly rename: number;
  readonly backup: number;
  readonly derive: number;
  /** The same derivation by hash-wasm alone. */
  readonly bareDerive: number;
}

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

/** Measures the vault where it is called: on the disk of a browser, or in memory in Node. */
export async function measure(): Promise<Times> {
  const database = `bench-${crypto.randomUUID()}`;
  await fill(database);
  const unlock = await median(() => unlockToCodes(database));
  const vault = await openVault({ database });
  await (await vault.access(instant)).unlock({ passphrase: PASSPHRASE });
  const archive = await vault.archive();
  const [first] = (await vault.list()).entries;
  let name = 0;
  const rename = await median(() => vault.rename(first?.id ?? '', `name ${(name += 1)}`));
  const backup = await median(() => archive.createBackup());
  vault.close();
  const parameters = newArgon2Parameters();
  const typed = new TextEncoder().encode(PASSPHRASE);
  await derive(typed, parameters);
  const bareDerive = await median(() => derive(typed, parameters));
  const ours = await median(() => passphraseKey(PASSPHRASE, parameters, derive));
  return { unlock, rename, backup, derive: ours, bareDerive };
}

async function fill(database: string): Promise<void> {
  const vault = await openVault({ database });
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

async function unlockToCodes(database: string): Promise<void> {
  const vault = await openVault({ database });
  await (await vault.access(instant)).unlock({ passphrase: PASSPHRASE });
  const { entries } = await vault.list();
  if (entries.length !== ENTRIES) throw new Error('entries are missing');
  for (const { otp } of entries.slice(0, FIRST_CODES))
    if (otp.type !== 'hotp') codeAt(otp, timeStep(otp, Date.now()));
  vault.close();
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
}
