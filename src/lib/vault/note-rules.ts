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
 * The notes to store when these come in. What is here with the same codes stays, and gets
 * the marks of used codes that only the incoming one has, or comes out of the trash. Codes
 * that differ become a note of their own: nothing is overwritten.
 *
 * @param entries which entry here each incoming one is now
 */
export function noteOutcome(
  current: readonly KeptNote[],
  incoming: readonly KeptNote[],
  entries: ReadonlyMap<string, string>,
  isTaken: (id: string) => boolean,
): KeptNote[] {
  return incoming.flatMap(({ note, extra }): KeptNote[] => {
    const moved = { ...note, entry: entries.get(note.entry) ?? note.entry };
    const here = current.find((kept) => sameCodes(kept.note, moved));
    if (here === undefined) {
      const id = isTaken(note.id) ? crypto.randomUUID() : note.id;
      return [{ note: { ...moved, id }, extra }];
    }
    const codes = here.note.codes.map(({ text, usedAt }, at): RecoveryCode => ({
      text,
      usedAt: usedAt ?? note.codes[at]?.usedAt,
    }));
    const revived = here.note.deletedAt !== undefined && note.deletedAt === undefined;
    const marked = codes.some(({ usedAt }, at) => usedAt !== here.note.codes[at]?.usedAt);
    if (!revived && !marked) return [];
    const deletedAt = revived ? undefined : here.note.deletedAt;
    return [{ note: { ...here.note, codes, deletedAt }, extra: here.extra }];
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
