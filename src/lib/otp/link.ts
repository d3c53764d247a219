import type { OtpField } from './reading.ts';
import { Refused } from './refused.ts';
import { blanksFromPlus, decodePart } from './text.ts';

/** An `otpauth:` link taken apart; nothing in it is decoded yet. */
export interface Link {
  /** In small letters. */
  readonly type: string;
  readonly label: string;
  /** The parameters that mean something, by their names in small letters. */
  readonly parameters: ReadonlyMap<OtpField, string>;
}

const KNOWN = ['secret', 'issuer', 'algorithm', 'digits', 'period', 'counter', 'encoder'] as const;

/**
 * Splits a link by hand, as engines differ on what `URL` makes of this scheme.
 * Unknown parameters are left out, and `#` has no meaning: old exports wrote it
 * unescaped into names.
 */
export function splitLink(text: string): Link {
  const parts = /^[a-z-]+:\/\/([^/?]*)\/?([^?]*)\??(.*)$/is.exec(text);
  if (!parts) {
    throw new Refused(
      'link',
      'malformed',
      'This begins like an otpauth link, but is none. Copy the whole link, or scan the QR code.',
    );
  }
  const [, type = '', label = '', query = ''] = parts;
  return { type: type.toLowerCase(), label, parameters: splitQuery(query) };
}

/** A parameter, decoded; undefined where it is absent or empty. */
export function parameter(link: Link, name: OtpField): string | undefined {
  const value = decodePart(blanksFromPlus(link.parameters.get(name) ?? '')).trim();
  return value === '' ? undefined : value;
}

function splitQuery(query: string): ReadonlyMap<OtpField, string> {
  const parameters = new Map<OtpField, string>();
  for (const pair of query.split('&')) {
    const [, key = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
    const name = KNOWN.find((known) => known === decodePart(key).trim().toLowerCase());
    if (name === undefined) continue;
    if (parameters.has(name)) {
      throw new Refused(
        name,
        'duplicate',
        `The link gives its ${name} twice. Get a new QR code from the service.`,
      );
    }
    parameters.set(name, value);
  }
  return parameters;
}
