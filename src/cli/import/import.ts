import { encodeBase32 } from '../../lib/otp/base32.ts';
import type { FormatReading } from '../../lib/formats/format.ts';
import type { Incoming } from '../../lib/vault/restore.ts';
import { describe, parameterFacts } from '../entry-text.ts';
import { RefusedError } from '../errors.ts';
import { print, warn } from '../output.ts';
import { openVaultFile } from '../vault/open.ts';
import type { ImportOptions } from './command.ts';
import { readImport } from './read.ts';
import { takeIn } from './take-in.ts';

/** Takes the entries of a file into the vault, and reports. */
export async function importFile(file: string, options: ImportOptions): Promise<void> {
  const { dryRun = false, json = false } = options;
  const { format, reading } = await readImport(file, options);
  for (const note of reading.notes) warn(note);
  const incoming = reading.entries.map((entry) => entry.incoming);
  const { added, duplicates } = await stored(incoming, options);
  if (json) {
    const facts = (one: Incoming) => shown(one, dryRun);
    const lists = { added: added.map(facts), duplicates: duplicates.map(facts) };
    print(JSON.stringify({ format: format.name, ...lists, failed: reading.failed }));
  } else {
    for (const one of added) print(`${dryRun ? 'Would be added' : 'Added'}: ${describe(one)}`);
    for (const one of duplicates) print(`Here already: ${describe(one)}`);
    for (const { reason } of reading.failed) warn(`Not taken: ${reason}`);
    print(summary(added, duplicates, reading, dryRun));
  }
  if (reading.entries.length === 0)
    throw new RefusedError(`${file} holds no entry that can be taken.`);
}

async function stored(incoming: readonly Incoming[], options: ImportOptions) {
  if (options.dryRun !== true) {
    const vault = await openVaultFile(options);
    return vault.change((all, now) => takeIn(all, incoming, now));
  }
  const all =
    options.vault === undefined
      ? []
      : (await openVaultFile(options)).entries.map((entry) => ({ entry }));
  return takeIn(all, incoming, Date.now()).result;
}

/** An entry as scripts see it. Its secret goes out only where nothing is stored. */
function shown({ otp }: Incoming, withSecret: boolean) {
  const { type, issuer, account, ...rest } = parameterFacts(otp);
  const secret = withSecret ? { secret: encodeBase32(otp.secret) } : {};
  return { type, issuer, account, ...secret, ...rest };
}

function summary(
  added: readonly unknown[],
  duplicates: readonly unknown[],
  { failed }: FormatReading,
  dryRun: boolean,
): string {
  const parts = [
    `${added.length} ${dryRun ? 'would be added' : 'added'}`,
    `${duplicates.length} here already`,
    `${failed.length} not taken`,
  ];
  return `${parts.join(', ')}.`;
}
