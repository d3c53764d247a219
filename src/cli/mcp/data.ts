import { displayText } from '../../lib/otp/text.ts';

/** Characters of a name that a model or a person gets to see. */
const LONGEST = 64;

/**
 * A name from outside as it goes to a model, a prompt or the log: it is data. Control and
 * hidden characters are taken out, and what is longer than a name is cut, so that it has
 * no room for instructions.
 */
export function asData(text: string): string {
  const characters = Array.from(displayText(text).replace(/\s+/g, ' '));
  return characters.length > LONGEST
    ? `${characters.slice(0, LONGEST - 1).join('')}…`
    : characters.join('');
}

/** The same in quotation marks, which cannot be closed from inside. */
export function quoted(text: string): string {
  return `“${asData(text).replace(/[“”"]/g, '’')}”`;
}
