import type { Entry } from '../../lib/vault/entry.ts';
import { isUsable } from '../entry-text.ts';
import { Refusal } from './refusal.ts';
import type { Rule } from './settings.ts';

/**
 * The one entry that a rule allows. All that the rule says must agree to the letter; where
 * several entries do, none is allowed, for the person meant one of them.
 *
 * @throws Refusal `no-entry`, `ambiguous`
 */
export function entryFor(rule: Rule, entries: readonly Entry[]): Entry {
  const found = entries.filter(
    (entry) =>
      isUsable(entry) &&
      (rule.id ?? entry.id) === entry.id &&
      (rule.issuer ?? entry.otp.issuer) === entry.otp.issuer &&
      (rule.account ?? entry.otp.account) === entry.otp.account,
  );
  const [entry, second] = found;
  if (entry === undefined) {
    throw new Refusal('no-entry', 'The vault has no such entry. The person must correct mcp.json.');
  }
  if (second !== undefined) {
    throw new Refusal(
      'ambiguous',
      `${found.length} entries of the vault fit this rule. The person must name one of them in mcp.json, by its id.`,
    );
  }
  return entry;
}
