import { lateError } from './late-errors.ts';

/** Digits and capital letters without I, L, O and U, which are read as something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Of 5 bits each: 140 random bits. */
const RANDOM_CHARACTERS = 28;
const CHECK_CHARACTERS = 4;
const GROUP = 4;

/** What people type instead. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', U: 'V' };

/**
 * A new recovery key in eight groups of four characters: 140 random bits, and 20 bits of
 * their SHA-256 to find typing errors by.
 */
export async function newRecoveryKey(): Promise<string> {
  const random = crypto.getRandomValues(new Uint8Array(RANDOM_CHARACTERS));
  const characters = Array.from(random, (byte) => ALPHABET[byte % ALPHABET.length] ?? '').join('');
  random.fill(0);
  const key = characters + (await checkCharacters(characters));
  return (key.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/**
 * The bytes that a typed recovery key stands for: its 28 random characters in ASCII.
 * Small letters, look-alikes, and any blanks and dashes are fine. The caller wipes them.
 *
 * @throws VaultError `mistyped-recovery-key`
 */
export async function recoveryKeyBytes(typed: string): Promise<Uint8Array<ArrayBuffer>> {
  const characters = Array.from(
    typed.toUpperCase().replace(/[^A-Z\d]/g, ''),
    (character) => LOOK_ALIKES[character] ?? character,
  ).join('');
  const random = characters.slice(0, RANDOM_CHARACTERS);
  const whole = characters.length === RANDOM_CHARACTERS + CHECK_CHARACTERS;
  if (!whole || (await checkCharacters(random)) !== characters.slice(RANDOM_CHARACTERS)) {
    throw lateError('mistyped-recovery-key');
  }
  return new TextEncoder().encode(random);
}

/** The first 20 bits of the SHA-256 of the random characters in ASCII, five a character. */
async function checkCharacters(characters: string): Promise<string> {
  const input = new TextEncoder().encode(characters);
  const digest = new DataView(await crypto.subtle.digest('SHA-256', input)).getUint32(0);
  input.fill(0);
  return Array.from({ length: CHECK_CHARACTERS }, (_, index) => {
    return ALPHABET[(digest >>> (27 - 5 * index)) & 31] ?? '';
  }).join('');
}
