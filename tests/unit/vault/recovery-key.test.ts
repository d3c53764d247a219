import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newRecoveryKey, recoveryKeyBytes } from '../../../src/lib/vault/recovery-key.ts';
import { codeOf } from './support.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const read = async (typed: string) => Buffer.from(await recoveryKeyBytes(typed)).toString();

describe('a recovery key', () => {
  it('is eight groups of four characters, none of which looks like another', async () => {
    const keys = await Promise.all(Array.from({ length: 50 }, newRecoveryKey));
    expect(new Set(keys).size).toBe(50);
    for (const key of keys)
      expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    // Every character of the alphabet comes about equally often: 1,400 / 32 each.
    const counts = new Map<string, number>();
    for (const character of keys.map((key) => key.replaceAll('-', '').slice(0, 28)).join('')) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    for (const character of ALPHABET) expect(counts.get(character)).toBeGreaterThan(10);
  });

  it('ends in 20 bits of the SHA-256 of what comes before', async () => {
    const characters = (await newRecoveryKey()).replaceAll('-', '');
    const digest = createHash('sha256').update(characters.slice(0, 28)).digest();
    const bits = digest.readUIntBE(0, 3) >> 4;
    const check = [15, 10, 5, 0].map((shift) => ALPHABET[(bits >> shift) & 31]).join('');
    expect(characters.slice(28)).toBe(check);
  });

  it('stands for its 28 random characters, however it is typed', async () => {
    const key = await newRecoveryKey();
    const random = key.replaceAll('-', '').slice(0, 28);
    for (const typed of [
      key,
      key.toLowerCase(),
      key.replaceAll('-', ''),
      key.replaceAll('-', ' – '),
      ` \n${key}\t`,
      key.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('V', 'u'),
      key.replaceAll('0', 'o').replaceAll('1', 'i'),
    ]) {
      expect(await read(typed)).toBe(random);
    }
  });

  it('is refused for every single wrong character and for neighbors that changed places', async () => {
    const key = (await newRecoveryKey()).replaceAll('-', '');
    for (let at = 0; at < key.length; at++) {
      const other = ALPHABET[(ALPHABET.indexOf(key.charAt(at)) + 1 + at) % 32];
      if (other === key.charAt(at)) continue;
      const wrong = key.slice(0, at) + (other ?? '') + key.slice(at + 1);
      expect(await codeOf(recoveryKeyBytes(wrong))).toBe('mistyped-recovery-key');
      const [a, b] = [key.charAt(at), key.charAt(at + 1)];
      if (b === '' || a === b) continue;
      const swapped = key.slice(0, at) + b + a + key.slice(at + 2);
      expect(await codeOf(recoveryKeyBytes(swapped))).toBe('mistyped-recovery-key');
    }
  });

  it.each(['', 'ABCD', '-'.repeat(40), '0'.repeat(33)])(
    'is not what this text is: %j',
    async (typed) => {
      expect(await codeOf(recoveryKeyBytes(typed))).toBe('mistyped-recovery-key');
    },
  );
});
