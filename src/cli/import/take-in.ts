import { laterCounter, sameSecret } from '../../lib/vault/entry-rules.ts';
import type { KeptEntry } from '../../lib/vault/kept-entry.ts';
import type { Incoming, RestoreChoice, RestoreItem } from '../../lib/vault/restore.ts';
import { planRestore, restoreOutcome } from '../../lib/vault/restore.ts';
import type { Change } from '../vault/open.ts';

export interface TakenIn {
  readonly added: readonly Incoming[];
  /** Those that the vault has already, or that the file has twice. */
  readonly duplicates: readonly Incoming[];
}

/**
 * Takes entries in beside those that are there. Nothing is overwritten: the same secret
 * with the same parameters is the same entry, which keeps its names, comes out of the
 * trash, and whose counter never goes back; all else is added.
 */
export function takeIn(
  all: readonly KeptEntry[],
  incoming: readonly Incoming[],
  now: number,
): Change<TakenIn> {
  const plan = planRestore(
    all.map(({ entry }) => entry),
    incoming,
  );
  const choices = new Map(plan.differs.map((item) => [item.index, choiceFor(item)]));
  const isTaken = (id: string) => all.some(({ entry }) => entry.id === id);
  const { added, replaced } = restoreOutcome(plan, choices, isTaken, now);
  const isNew = ({ index, verdict }: RestoreItem): boolean =>
    verdict === 'added' || (verdict === 'differs' && choices.get(index) !== 'current');
  const caughtUp = plan.differs.flatMap((item) => counterOf(all, item, choices, now));
  return {
    result: {
      added: plan.items.filter(isNew).map((item) => item.incoming),
      duplicates: plan.items.filter((item) => !isNew(item)).map((item) => item.incoming),
    },
    changed: [...added, ...replaced, ...caughtUp],
  };
}

function choiceFor({ incoming, current }: RestoreItem): RestoreChoice {
  if (current === undefined || !sameSecret(incoming.otp, current.otp)) return 'both';
  const isBack =
    current.deletedAt !== undefined && !('deletedAt' in incoming && incoming.deletedAt);
  return isBack ? 'incoming' : 'current';
}

/** The entry that stays, with the counter of the other copy where that is further on. */
function counterOf(
  all: readonly KeptEntry[],
  { index, incoming, current }: RestoreItem,
  choices: ReadonlyMap<number, RestoreChoice>,
  now: number,
): KeptEntry[] {
  const kept = all.find(({ entry }) => entry.id === current?.id);
  if (choices.get(index) !== 'current' || kept === undefined) return [];
  const otp = laterCounter(kept.entry.otp, incoming.otp);
  if (otp === kept.entry.otp) return [];
  return [{ ...kept, entry: { ...kept.entry, otp, updatedAt: now } }];
}
