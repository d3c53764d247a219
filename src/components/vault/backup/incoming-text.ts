import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import type { Incoming } from '../../../lib/vault/restore.ts';
import { dayAndTime } from '../dates.ts';
import { entryTitle } from '../entry-text.ts';
import { words as vaultWords } from '../words.ts';
import { words } from './words.ts';

/** What an entry that comes in is called. */
export function incomingTitle(incoming: Incoming): string {
  return entryTitle('name' in incoming ? incoming : { otp: incoming.otp });
}

/** One line of two entries side by side. */
export interface Compared {
  readonly field: string;
  readonly current: string;
  readonly incoming: string;
}

/** The fields in which two entries differ; a secret only as the same or another. */
export function compared(current: Entry, incoming: Incoming): Compared[] {
  const entry = isEntry(incoming) ? incoming : undefined;
  const { fields } = words;
  const row = (field: string, here: string, there: string): Compared => ({
    field,
    current: here,
    incoming: there,
  });
  const rows = [
    row(fields.issuer, current.otp.issuer, incoming.otp.issuer),
    row(fields.account, current.otp.account, incoming.otp.account),
    row(fields.kind, kindOf(current.otp), kindOf(incoming.otp)),
    row(
      fields.secret,
      words.sameSecret,
      sameBytes(current.otp.secret, incoming.otp.secret) ? words.sameSecret : words.otherSecret,
    ),
  ];
  if (entry !== undefined) {
    rows.push(
      row(fields.name, current.name ?? '', entry.name ?? ''),
      row(fields.tags, (current.tags ?? []).join(', '), (entry.tags ?? []).join(', ')),
      row(fields.note, current.note ?? '', entry.note ?? ''),
      row(fields.pinned, yes(current.pinned), yes(entry.pinned)),
      row(fields.status, vaultWords[current.status], vaultWords[entry.status]),
      row(fields.changed, dayAndTime(current.updatedAt), dayAndTime(entry.updatedAt)),
      row(fields.deleted, dateOf(current.deletedAt), dateOf(entry.deletedAt)),
    );
  }
  return rows.filter((each) => each.current !== each.incoming);
}

function isEntry(incoming: Incoming): incoming is Entry {
  return 'id' in incoming;
}

function kindOf(otp: OtpParameters): string {
  const rhythm = otp.type === 'hotp' ? `counter ${otp.counter}` : `${otp.period} s`;
  return `${otp.type.toUpperCase()}, ${otp.algorithm}, ${otp.digits} digits, ${rhythm}`;
}

function yes(value: true | undefined): string {
  return value === undefined ? '' : words.yes;
}

function dateOf(moment: number | undefined): string {
  return moment === undefined ? '' : dayAndTime(moment);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
