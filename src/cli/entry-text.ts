import type { OtpParameters } from '../lib/otp/parameters.ts';
import { displayText } from '../lib/otp/text.ts';
import type { Entry } from '../lib/vault/entry.ts';

/** Whether an entry's codes are in use: neither replaced nor in the trash. */
export function isUsable({ status, deletedAt }: Entry): boolean {
  return status !== 'replaced' && deletedAt === undefined;
}

/** What `describe` needs of an entry: its parameters, and what else is known. */
export type Described = Pick<Entry, 'otp'> & Partial<Entry>;

/**
 * An entry in a line for people: issuer, account, identity and the person's own name and
 * tags, and its status where it is not in full use. Names come from outside: what could steer a
 * terminal is taken out.
 */
export function describe({ otp, name, identity, tags, status, deletedAt }: Described): string {
  const parts = [
    otp.issuer || 'No issuer',
    otp.account,
    identity && `(${identity.kind}${identity.name && ` ${identity.name}`})`,
    name && `“${name}”`,
    tags?.map((tag) => `#${tag}`).join(' '),
    status !== 'active' && status && `[${status}]`,
    deletedAt !== undefined && '[in the trash]',
  ];
  return parts
    .filter((part) => typeof part === 'string' && part !== '')
    .map((part) => displayText(String(part)))
    .join('  ');
}

/** All that there is to know about an entry but its secret; each field is named on purpose. */
export function entryFacts(entry: Entry) {
  const { id, otp, name, tags, guide, identity, status, createdAt, updatedAt, deletedAt } = entry;
  const about = { name, tags, guide, identity, status, createdAt, updatedAt, deletedAt };
  return { id, ...parameterFacts(otp), ...about };
}

/** The parameters as they are shown to scripts, without the secret. */
export function parameterFacts(otp: OtpParameters) {
  const { type, issuer, account, algorithm, digits } = otp;
  const moving = otp.type === 'hotp' ? { counter: otp.counter } : { period: otp.period };
  return { type, issuer, account, algorithm, digits, ...moving };
}
