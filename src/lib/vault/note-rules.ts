import type { KeptNote, RecoveryCode, RecoveryNote } from './note.ts';

/** Sets the codes anew; those that stay keep their marks. */
export function withCodes(
  { note, extra }: KeptNote,
  texts: readonly string[],
  now: number,
): KeptNote {
  const known = new Map(note.codes.map((code) => [code.text, code]));
  const codes = texts.map((text): RecoveryCode => known.get(text) ?? { text });
  return { note: { ...note, codes, updatedAt: now }, extra };
}

/** Marks a code as used, or as good after all. */
export function withUsed(
  { note, extra }: KeptNote,
  text: string,
  used: boolean,
  now: number,
): KeptNote {
  const codes = note.codes.map((code) => {
    if (code.text !== text || (code.usedAt !== undefined) === used) return code;
    return used ? { text, usedAt: now } : { text };
  });
  return { note: { ...note, codes, updatedAt: now }, extra };
}

export function inTrash({ note, extra }: KeptNote, now: number): KeptNote {
  return { note: { ...note, deletedAt: note.deletedAt ?? now, updatedAt: now }, extra };
}

export function outOfTrash({ note, extra }: KeptNote, now: number): KeptNote {
  return { note: { ...note, deletedAt: undefined, updatedAt: now }, extra };
}

/**
 * What becomes of a note that comes in: `added`; `same`, where it is here with the same
 * codes and marks; `marked`, where the one here gets its marks of used codes or comes out
 * of the trash. Codes that differ are a note of their own: nothing is overwritten.
 */
export type NoteVerdict = 'added' | 'same' | 'marked';

export interface IncomingNote {
  readonly verdict: NoteVerdict;
  readonly incoming: RecoveryNote;
  /** The state to store of the one that is here, where it is `marked`. */
  readonly next?: RecoveryNote;
}

/** What taking these notes in would do. */
export function planNotes(
  current: readonly RecoveryNote[],
  incoming: readonly RecoveryNote[],
): IncomingNote[] {
  return incoming.map((one) => {
    const here = current.find((each) => sameCodes(each, one));
    if (here === undefined) return { verdict: 'added', incoming: one };
    const codes = here.codes.map((code, at): RecoveryCode => ({
      text: code.text,
      usedAt: code.usedAt ?? one.codes[at]?.usedAt,
    }));
    const revived = here.deletedAt !== undefined && one.deletedAt === undefined;
    const marked = codes.some(({ usedAt }, at) => usedAt !== here.codes[at]?.usedAt);
    if (!revived && !marked) return { verdict: 'same', incoming: one };
    const deletedAt = revived ? undefined : here.deletedAt;
    return { verdict: 'marked', incoming: one, next: { ...here, codes, deletedAt } };
  });
}

/**
 * The notes to store when these come in.
 *
 * @param entries which entry here each incoming one is now
 */
export function noteOutcome(
  current: readonly KeptNote[],
  incoming: readonly RecoveryNote[],
  entries: ReadonlyMap<string, string>,
  isTaken: (id: string) => boolean,
): KeptNote[] {
  const moved = incoming.map((one) => ({ ...one, entry: entries.get(one.entry) ?? one.entry }));
  const plan = planNotes(
    current.map(({ note }) => note),
    moved,
  );
  return plan.flatMap(({ verdict, incoming: one, next }): KeptNote[] => {
    if (verdict === 'added') {
      return [{ note: isTaken(one.id) ? { ...one, id: crypto.randomUUID() } : one }];
    }
    const extra = current.find(({ note }) => note.id === next?.id)?.extra;
    return next === undefined ? [] : [{ note: next, extra }];
  });
}

/** Whether a note in a backup is the one that is here, marks included. */
export function sameNote(a: RecoveryNote, b: RecoveryNote): boolean {
  return (
    a.id === b.id &&
    a.updatedAt === b.updatedAt &&
    sameCodes(a, b) &&
    a.codes.every(({ usedAt }, at) => usedAt === b.codes[at]?.usedAt)
  );
}

/** The same codes in the same order, kept for the same entry or under the same label. */
function sameCodes(a: RecoveryNote, b: RecoveryNote): boolean {
  return (
    (a.entry === b.entry || a.label === b.label) &&
    a.codes.length === b.codes.length &&
    a.codes.every(({ text }, at) => text === b.codes[at]?.text)
  );
}
