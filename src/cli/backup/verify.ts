import { formatFile } from '../../lib/formats/formats.ts';
import { openTwofaa } from '../../lib/formats/twofaa.ts';
import type { DrillItem } from '../../lib/vault/restore.ts';
import { drill } from '../../lib/vault/restore.ts';
import { describe, parameterFacts } from '../entry-text.ts';
import { RefusedError } from '../errors.ts';
import { inTerminal, readTools } from '../import/read.ts';
import { readBytes } from '../input.ts';
import { print, warn } from '../output.ts';
import { openVaultFile } from '../vault/open.ts';
import type { VerifyOptions } from './command.ts';

/** Opens a backup and says what restoring it would bring back of the vault. */
export async function verify(file: string, options: VerifyOptions): Promise<void> {
  const { alone = false, json = false } = options;
  const backup = await inTerminal(async () =>
    openTwofaa(formatFile(await readBytes(file)), readTools(file, options)),
  );
  const created = new Date(backup.created).toISOString();
  const entries = backup.entries.filter(({ deletedAt }) => deletedAt === undefined).length;
  if (!json) print(`${file} opens. It was made at ${created} and has ${counted(entries)}.`);
  if (alone) {
    if (json) print(JSON.stringify({ created, entries }));
    return;
  }
  const { items, restorable, total } = drill(
    (await openVaultFile(options)).entries,
    backup.entries,
  );
  const having = (verdict: DrillItem['verdict']) =>
    items.filter((item) => item.verdict === verdict).map((item) => item.entry);
  const [missing, older] = [having('missing'), having('older')];
  if (json) {
    const facts = { missing: missing.map(named), older: older.map(named) };
    print(JSON.stringify({ created, entries, restorable, total, ...facts }));
  } else {
    print(`It would bring back ${restorable} of ${counted(total)} as they are now.`);
    for (const entry of missing) warn(`Not in it: ${describe(entry)}`);
    for (const entry of older) warn(`In it as it was before: ${describe(entry)}`);
  }
  if (restorable < total) throw new RefusedError('Make a new backup with: 2faa export --to 2faa');
}

function counted(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`;
}

function named({ id, otp }: DrillItem['entry']) {
  const { issuer, account } = parameterFacts(otp);
  return { id, issuer, account };
}
