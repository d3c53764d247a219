import { blanksFromPlus, decodePart, displayText } from './text.ts';

/** Who issued an entry and whose it is, out of a link's label and issuer parameter. */
export interface Names {
  readonly issuer: string;
  readonly account: string;
  /** The issuer that the label names, where it is another than the parameter's. */
  readonly otherIssuer?: string;
  /** Whether control or invisible characters were taken out. */
  readonly hadHidden: boolean;
}

/** Issuers hold a colon or two (`https://…`); more are not worth the search. */
const MOST_COLONS = 8;

/**
 * Reads `issuer:account`, the colon escaped or not, blanks allowed after it.
 * The parameter is the issuer where there is one. A label that names another
 * issuer keeps it, in front of the account: `Slack (Acme):ada` or, at
 * Microsoft, the organization, and two of those may share an account name.
 *
 * @param label as it stands in the link
 * @param parameter the link's issuer parameter as it stands there; may be empty
 */
export function readNames(label: string, parameter: string): Names {
  const issuer = formDecoded(parameter);
  const whole = decodePart(label);
  const splits = [...label.matchAll(/:|%3a/gi)].slice(0, MOST_COLONS).map((colon) => ({
    escaped: colon[0] !== ':',
    prefix: formDecoded(label.slice(0, colon.index)),
    account: decodePart(label.slice(colon.index + colon[0].length)),
  }));

  const names = (of: string, account: string, otherIssuer = ''): Names => {
    const shown = { issuer: displayText(of), account: displayText(account) };
    const other = displayText(otherIssuer);
    const hadHidden = [of, account, otherIssuer].some((text) => displayText(text) !== text.trim());
    return { ...shown, ...(other && { otherIssuer: other }), hadHidden };
  };

  if (issuer.trim() !== '') {
    const same = splits.find(({ prefix }) => sameName(prefix, issuer));
    if (same) return names(issuer, same.account);
    // The plus in the parameter was one, if the label says so.
    const literal = decodePart(parameter);
    const plus = splits.find(({ prefix }) => sameName(prefix, literal));
    if (plus) return names(literal, plus.account);
  }
  const split = splits.find(({ escaped }) => !escaped) ?? splits[0];
  if (!split) return names(issuer, whole);
  if (issuer.trim() === '') return names(split.prefix, split.account);
  if (split.prefix.trim() === '') return names(issuer, split.account);
  return names(issuer, `${split.prefix.trim()}:${split.account.trim()}`, split.prefix);
}

function formDecoded(part: string): string {
  return decodePart(blanksFromPlus(part));
}

/** Whether two names differ in case and blanks only. */
function sameName(one: string, other: string): boolean {
  const plain = (name: string) => displayText(name).replace(/\s+/g, '').toLowerCase();
  return plain(one) === plain(other);
}
