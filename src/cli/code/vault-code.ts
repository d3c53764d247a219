import { isTimed } from '../../lib/otp/codes.ts';
import { advance, find } from '../../lib/vault/entry-rules.ts';
import type { CodeReport } from '../codes.ts';
import { counterCode, refuseMoment, timedCode } from '../codes.ts';
import { RefusedError } from '../errors.ts';
import { findEntry } from '../find.ts';
import { openVaultFile } from '../vault/open.ts';
import type { CodeOptions } from './command.ts';

/** The code of an entry. Where it follows a counter, the next one is stored before it is given. */
export async function vaultCode(query: string, options: CodeOptions): Promise<CodeReport> {
  const vault = await openVaultFile(options);
  const { id, otp } = findEntry(vault.entries, query);
  const { at, next } = options;
  if (isTimed(otp)) return timedCode(otp, at === undefined ? Date.now() : at * 1000);
  refuseMoment(at);
  if (next === true)
    throw new RefusedError('The codes of this entry follow a counter: ask for the next one later.');
  const used = await vault.change((all, now) => {
    const kept = find(all, id);
    return { ...advance(kept, now), result: kept.entry.otp };
  });
  if (used.type !== 'hotp') throw new RefusedError('The entry was changed meanwhile. Try again.');
  return counterCode(used);
}
