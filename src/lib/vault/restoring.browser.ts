import type { Entry } from './entry.ts';
import { entryRecord } from './entry-records.ts';
import { noteRecord, openNotes } from './note-records.ts';
import { noteOutcome } from './note-rules.ts';
import type { KeptNote } from './note.ts';
import { openEntries } from './records.ts';
import type { Incoming, RestoreChoice, RestorePlan } from './restore.ts';
import { planRestore, restoreOutcome } from './restore.ts';
import type { Session } from './session.browser.ts';
import type { UndoToken } from './undo.ts';
import { written } from './undo.ts';

/** What a restore did, and what takes it back. */
export interface Restored {
  readonly added: number;
  readonly replaced: number;
  /** Notes of recovery codes that were added or changed. */
  readonly notes: number;
  readonly undo: UndoToken;
}

/** What restoring these entries would do; nothing is changed. */
export async function planRestoring(
  session: Session,
  incoming: readonly Incoming[],
): Promise<RestorePlan> {
  return planRestore(await entriesOf(session), incoming);
}

/**
 * Takes entries in, all or none. It decides again on the vault as it is now.
 *
 * @param choices by `RestoreItem.index`, for items that differ; without one, `both`
 * @param notes of the same backup; what is here already stays, codes that differ are added
 * @throws VaultError `invalid-entry`
 */
export function restoreEntries(
  session: Session,
  plan: RestorePlan,
  choices: ReadonlyMap<number, RestoreChoice>,
  notes: readonly KeptNote[],
): Promise<Restored> {
  const incoming = plan.items.map((item) => item.incoming);
  const entryIds = incoming.flatMap((one) => ('id' in one ? [one.id] : []));
  const history = [...entryIds, ...notes.map(({ note }) => note.id)];
  return session.write({ entries: 'all', history }, async (current) => {
    const { kept } = await openEntries(current.vaultKey, current.entries);
    const taken = new Set(current.entries.map(({ id }) => id));
    const { added, replaced, ids } = restoreOutcome(
      planRestore(
        kept.map(({ entry }) => entry),
        incoming,
      ),
      choices,
      (id) => taken.has(id),
      session.now(),
    );
    const keptNotes = await openNotes(current.vaultKey, current.entries);
    const changedNotes = noteOutcome(keptNotes.kept, notes, ids, (id) => taken.has(id));
    const { records, undo } = written(
      [
        ...[...added, ...replaced].map((next) => entryRecord(next, current)),
        ...changedNotes.map((next) => noteRecord(next, current)),
      ],
      current,
    );
    const counts = { added: added.length, replaced: replaced.length, notes: changedNotes.length };
    return { result: { ...counts, undo }, records };
  });
}

function entriesOf(session: Session): Promise<Entry[]> {
  return session.read({ entries: 'all' }, async (current) => {
    if (current === undefined) return [];
    const { kept } = await openEntries(current.vaultKey, current.entries);
    return kept.map(({ entry }) => entry);
  });
}
