import type { PlainRecord, SealedRecord } from './records.ts';

/** Opaque; good for this vault, in any tab, for as long as history is kept. */
export interface UndoToken {
  readonly entries: readonly {
    readonly id: string;
    /** The version that was written, and the one before, unless there was none. */
    readonly version: number;
    readonly before: number | undefined;
  }[];
}

/** The records of a change, and what takes it back. */
export function written(
  records: readonly PlainRecord[],
  current: { readonly entries: readonly SealedRecord[] },
): { records: readonly PlainRecord[]; undo: UndoToken } {
  const before = versions(current.entries);
  const entries = records.map(({ id, version }) => ({ id, version, before: before.get(id) }));
  return { records, undo: { entries } };
}

/** The version that each record is at, by its id. */
export function versions(records: readonly SealedRecord[]): ReadonlyMap<string, number> {
  return new Map(records.map(({ id, version }) => [id, version]));
}
