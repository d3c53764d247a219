import { asObject, asText, asWhole, optional, parseObject } from './checks.ts';
import { VaultError } from './errors.ts';
import type { KeptNote, RecoveryCode } from './note.ts';

/** Version of the fields; it goes up when older code would misread a note. */
const FIELDS_VERSION = 1;

/**
 * A note as UTF-8 JSON. The id is not in it: the record's place binds it. The caller
 * wipes the result. Codes are text, unlike secrets: people read and type them.
 */
export function encodeNote({ note, extra }: KeptNote): Uint8Array<ArrayBuffer> {
  const { entry, label, codes, createdAt, updatedAt, deletedAt } = note;
  const fields = {
    ...extra,
    v: FIELDS_VERSION,
    entry,
    label,
    codes: codes.map(({ text, usedAt }) => ({ text, usedAt })),
    createdAt,
    updatedAt,
    deletedAt,
  };
  return new TextEncoder().encode(JSON.stringify(fields));
}

/**
 * Reads what `encodeNote` wrote.
 *
 * @throws VaultError `invalid-record`, or `newer-record` for a later version of the fields
 */
export function decodeNote(id: string, bytes: Uint8Array<ArrayBuffer>): KeptNote {
  const fields = parseObject(bytes);
  const { v, entry, label, codes, createdAt, updatedAt, deletedAt, ...extra } = fields;
  if (asWhole(v, 1) > FIELDS_VERSION) throw new VaultError('newer-record');
  if (!Array.isArray(codes)) throw new VaultError('invalid-record');
  return {
    note: {
      id,
      entry: asText(entry),
      label: asText(label),
      codes: codes.map(asCode),
      createdAt: asWhole(createdAt, 0),
      updatedAt: asWhole(updatedAt, 0),
      deletedAt: optional(deletedAt, (value) => asWhole(value, 0)),
    },
    extra,
  };
}

function asCode(value: unknown): RecoveryCode {
  const { text, usedAt } = asObject(value);
  return { text: asText(text), usedAt: optional(usedAt, (moment) => asWhole(moment, 0)) };
}
