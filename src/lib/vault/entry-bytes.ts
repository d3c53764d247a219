import type { Algorithm, OtpParameters } from '../otp/parameters.ts';
import type { JsonObject } from './checks.ts';
import { asOneOf, asText, asTexts, asWhole, optional, parseObject } from './checks.ts';
import { VaultError, unreadableReason } from './errors.ts';
import { asIdentity } from './identity.ts';
import type { KeptEntry } from './kept-entry.ts';

/**
 * Version of the fields. It goes up when older code would misread an entry (a new
 * type or algorithm, a field that changes what another means); older code then
 * leaves the record alone. A field that older code may ignore is only added, at the
 * top level: older code carries it along when it writes the entry again.
 */
const FIELDS_VERSION = 1;

const LENGTH_BYTES = 4;
const ALGORITHMS: readonly Algorithm[] = ['SHA1', 'SHA256', 'SHA512'];

/**
 * An entry as bytes: the length of the fields in four bytes (big-endian), the fields
 * as UTF-8 JSON, then the secret, which never becomes a string. The id is not in it:
 * the record's place binds it. The caller wipes the result.
 *
 * @throws VaultError `invalid-entry` for what could not be read back.
 */
export function encodeEntry(kept: KeptEntry): Uint8Array<ArrayBuffer> {
  const { id, otp } = kept.entry;
  const { secret } = otp;
  const fields = writeFields(kept);
  const json = new TextEncoder().encode(JSON.stringify(fields));
  const bytes = new Uint8Array(LENGTH_BYTES + json.length + secret.length);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, LENGTH_BYTES);
  bytes.set(secret, LENGTH_BYTES + json.length);
  try {
    decodeEntry(id, bytes).entry.otp.secret.fill(0);
  } catch (error) {
    bytes.fill(0);
    throw unreadableReason(error) === undefined ? error : new VaultError('invalid-entry');
  }
  return bytes;
}

/**
 * Reads what `encodeEntry` wrote. The secret is a copy: the caller can wipe `bytes`.
 *
 * @throws VaultError `invalid-record`, or `newer-record` for a later version of the fields.
 */
export function decodeEntry(id: string, bytes: Uint8Array<ArrayBuffer>): KeptEntry {
  if (bytes.length < LENGTH_BYTES) throw new VaultError('invalid-record');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const secretAt = LENGTH_BYTES + view.getUint32(0);
  if (secretAt >= bytes.length) throw new VaultError('invalid-record');
  const { v, ...fields } = parseObject(bytes.subarray(LENGTH_BYTES, secretAt));
  if (asWhole(v, 1) > FIELDS_VERSION) throw new VaultError('newer-record');
  return readFields(id, fields, bytes.slice(secretAt));
}

/** Names each field, so that nothing else a caller's object carries is stored. */
function writeFields({ entry, formerly, extra }: KeptEntry): JsonObject {
  const { otp } = entry;
  return {
    ...extra,
    v: FIELDS_VERSION,
    type: otp.type,
    issuer: otp.issuer,
    account: otp.account,
    algorithm: otp.algorithm,
    digits: otp.digits,
    ...(otp.type === 'hotp' ? { counter: otp.counter } : { period: otp.period }),
    guide: entry.guide,
    identity: entry.identity && { kind: entry.identity.kind, name: entry.identity.name },
    status: entry.status,
    formerly,
    name: entry.name,
    tags: entry.tags,
    note: entry.note,
    pinned: entry.pinned,
    createdAt: entry.createdAt,
    updatedAt: entry.updatedAt,
    deletedAt: entry.deletedAt,
  };
}

function readFields(id: string, fields: JsonObject, secret: Uint8Array<ArrayBuffer>): KeptEntry {
  const { type, issuer, account, algorithm, digits, period, counter, ...about } = fields;
  const common = {
    issuer: asText(issuer),
    account: asText(account),
    secret,
    algorithm: asOneOf(algorithm, ALGORITHMS),
    digits: asWhole(digits, 5, 10),
  };
  const kind = asOneOf(type, ['totp', 'hotp', 'steam']);
  const otp: OtpParameters =
    kind === 'hotp'
      ? { type: kind, ...common, counter: asWhole(counter, 0) }
      : { type: kind, ...common, period: asWhole(period, 1, 86_400) };
  const { guide, identity, status, formerly, name, tags, note, pinned, ...rest } = about;
  const { createdAt, updatedAt, deletedAt, ...extra } = rest;
  return {
    entry: {
      id,
      otp,
      guide: optional(guide, asText),
      identity: optional(identity, asIdentity),
      status: asOneOf(status, ['pending', 'active', 'replaced']),
      name: optional(name, asText),
      tags: optional(tags, asTexts),
      note: optional(note, asText),
      pinned: optional(pinned, asTrue),
      createdAt: asWhole(createdAt, 0),
      updatedAt: asWhole(updatedAt, 0),
      deletedAt: optional(deletedAt, (value) => asWhole(value, 0)),
    },
    formerly: optional(formerly, (value) => asOneOf(value, ['pending', 'active'])),
    extra,
  };
}

/** The only value that says something; absent says the opposite. */
function asTrue(value: unknown): true {
  if (value !== true) throw new VaultError('invalid-record');
  return value;
}
