import type { OtpParameters } from '../../lib/otp/parameters.ts';
import { isTimed } from '../../lib/otp/codes.ts';
import type { Entry } from '../../lib/vault/entry.ts';
import { edit, type EntryEdit } from '../../lib/vault/entry-edit.ts';
import { accept, capture } from '../../lib/vault/entry-rules.ts';
import { timedCode } from '../codes.ts';
import { describe, entryFacts } from '../entry-text.ts';
import { print, warn } from '../output.ts';
import type { Rule } from '../vault/open.ts';
import { openVaultFile } from '../vault/open.ts';
import type { AddOptions } from './command.ts';
import { readNewEntry } from './read.ts';

/** Stores an entry and says what it is, with its code to compare with another app's. */
export async function add(picture: string | undefined, options: AddOptions): Promise<void> {
  const vault = await openVaultFile(options);
  const { otp: read, notes } = await readNewEntry(picture, options);
  for (const { message } of notes) warn(message);
  const { issuer = read.issuer, account = read.account, name, tag: tags, json = false } = options;
  const { entry, replaced } = await vault.change(
    storing({ ...read, issuer, account }, { name, tags }),
  );
  read.secret.fill(0);
  if (json) print(JSON.stringify(entryFacts(entry)));
  else {
    print(`Added: ${describe(entry)}`);
    if (isTimed(entry.otp)) print(`Its code now: ${timedCode(entry.otp, Date.now()).code}`);
  }
  for (const other of replaced) warn(`Kept, but out of use: ${describe(other)}`);
}

/** Takes the entry in as one that is in use: nobody is asked here whether a service took it. */
function storing(otp: OtpParameters, about: EntryEdit): Rule<Stored> {
  return (all, now) => {
    const taken = capture(
      all,
      { otp: { ...otp, secret: otp.secret.slice() } },
      crypto.randomUUID(),
      now,
    );
    const { result } = accept(edit(taken.result, about, now).result, now);
    const others = taken.changed.filter(({ entry }) => entry.id !== result.entry.id);
    const replaced = others.map(({ entry }) => entry);
    return { result: { entry: result.entry, replaced }, changed: [...others, result] };
  };
}

interface Stored {
  readonly entry: Entry;
  readonly replaced: readonly Entry[];
}
