import { SCHEMA, signHeader } from './header.ts';
import type { SealedRecord } from './records.ts';
import { sealRecord } from './records.ts';
import type { Plan, Unlocked } from './session.browser.ts';
import type { Writes } from './transactions.browser.ts';

/** How long earlier versions and the trash are kept, in milliseconds: 30 days. */
export const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;

/** Seals what a plan stores, keeps what it replaces, and signs the header that goes with it. */
export async function prepare(
  { header, slots: before, deviceKeys, entries: found, vaultKey }: Unlocked,
  {
    records = [],
    removed = [],
    purged = [],
    slots = before,
    settings,
  }: Omit<Plan<never>, 'result'>,
  revision: number,
  now: number,
): Promise<Writes> {
  const entries: SealedRecord[] = [];
  const walks: SealedRecord[] = [];
  for (const record of records) {
    const sealed = await sealRecord(vaultKey, record);
    record.bytes.fill(0);
    (['entry', 'note'].includes(record.kind) ? entries : walks).push(sealed);
  }
  const replaced = new Set([...entries.map(({ id }) => id), ...removed]);
  const kept = new Set(slots.map(({ id }) => id));
  const changed = replaced.size + purged.length > 0 ? 1 : 0;
  const next = {
    ...header,
    ...settings,
    schema: SCHEMA,
    revision,
    changes: (header.changes ?? header.revision) + changed,
  };
  const fresh = header.revision === 0;
  return {
    header: await signHeader(vaultKey.mac, next, slots),
    slots: fresh || slots !== before ? slots : [],
    deviceKeys: fresh ? deviceKeys.filter(({ id }) => kept.has(id)) : [],
    entries,
    walks,
    history: found
      .filter(({ id }) => replaced.has(id))
      .map((record) => ({ ...record, replacedAt: now })),
    removedSlots: before.map(({ id }) => id).filter((id) => !kept.has(id)),
    removedEntries: [...removed, ...purged],
    forgotten: purged,
    historySince: now - KEPT_FOR,
  };
}
