import { displayText } from '../lib/otp/text.ts';
import type { Entry } from '../lib/vault/entry.ts';

/** Whether an entry's codes are in use: neither replaced nor in the trash. */
export function isUsable({ status, deletedAt }: Entry): boolean {
  return status !== 'replaced' && deletedAt === undefined;
}

/**
 * An entry in a line for people: issuer, account, identity and the person's own name, and
 * its status where it is not in full use. Names come from outside: what could steer a
 * terminal is taken out.
 */
export function describe({ otp, name, identity, status, deletedAt }: Entry): string {
  const parts = [
    otp.issuer || 'No issuer',
    otp.account,
    identity && `(${identity.kind}${identity.name && ` ${identity.name}`})`,
    name && `“${name}”`,
    status !== 'active' && `[${status}]`,
    deletedAt !== undefined && '[in the trash]',
  ];
  return parts
    .filter((part) => typeof part === 'string' && part !== '')
    .map((part) => displayText(String(part)))
    .join('  ');
}
