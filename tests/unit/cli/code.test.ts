import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timedCode } from '../../../src/cli/codes.ts';
import { readTypedKey } from '../../../src/lib/otp/parse.ts';
import { pick, seededRandom } from '../../helpers/random.ts';
import {
  referenceBase32,
  referenceCode,
  referenceSteamCode,
  referenceTotp,
} from '../../helpers/totp.ts';
import { commandWithVault } from './vault.ts';

const { call, file, vault, withVault, remove } = await commandWithVault('code');

const HASHES = { SHA1: 20, SHA256: 32, SHA512: 64 } as const;
type Algorithm = keyof typeof HASHES;

/** The secrets of RFC 6238, appendix B (with its errata): the digits 1 to 0, as long as the hash. */
function rfcSecret(algorithm: Algorithm): Uint8Array {
  return new TextEncoder().encode('1234567890'.repeat(7).slice(0, HASHES[algorithm]));
}

const aliceSecret = new Uint8Array(20).map((_, at) => at * 11);
const alice = `otpauth://totp/Example:alice?secret=${referenceBase32(aliceSecret)}&issuer=Example`;
const bobSecret = rfcSecret('SHA1');
const bob = `otpauth://hotp/Count:bob?secret=${referenceBase32(bobSecret)}&issuer=Count&counter=5`;

beforeAll(async () => {
  const links = [
    alice,
    alice.replace('alice', 'ada').replace('&', 'AAAA&'),
    alice.replaceAll('Example', 'Example Two').replace('&', 'BBBB&'),
    bob,
    `otpauth://steam/Steam:sue?secret=${referenceBase32(aliceSecret)}CCCC&issuer=Steam`,
  ];
  await writeFile(file('notes'), 'My notes of 1989');
  await writeFile(file('links'), links.join('\n'));
  const { status, error } = await withVault(['import', 'links']);
  if (status !== 0) throw new Error(error);
});

afterAll(remove);

describe('code', { timeout: 120_000 }, () => {
  test.each([
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ])('is that of RFC 6238, appendix B, at %i', async (at, ...expected) => {
    const got = await Promise.all(
      (Object.keys(HASHES) as Algorithm[]).map(async (algorithm) => {
        const secret = referenceBase32(rfcSecret(algorithm));
        const input = `otpauth://totp/x?secret=${secret}&algorithm=${algorithm}&digits=8`;
        return call(['code', '--at', String(at)], { input });
      }),
    );
    expect(got).toEqual(expected.map((code) => ({ status: 0, out: `${code}\n`, error: '' })));
  });

  test('of an entry, as one object for scripts', async () => {
    const at = 1_800_000_007;
    const { out } = await withVault(['code', 'alice', 'Example', '--json', '--at', String(at)]);
    const parameters = { secret: aliceSecret, algorithm: 'SHA1', digits: 6, period: 30 } as const;
    expect(JSON.parse(out)).toEqual({
      issuer: 'Example',
      account: 'alice',
      code: referenceTotp(parameters, at),
      next: referenceTotp(parameters, at + 30),
      period: 30,
      expiresIn: 23,
    });
  });

  test('is that of now where no moment is named', async () => {
    const parameters = { secret: aliceSecret, algorithm: 'SHA1', digits: 6, period: 30 } as const;
    const before = Date.now() / 1000;
    const { out } = await call(['code'], { input: alice });
    expect([before, Date.now() / 1000].map((at) => referenceTotp(parameters, at))).toContain(
      out.trim(),
    );
  });

  test('after it: --next', async () => {
    const at = ['--at', '1800000007'];
    const next = await withVault(['code', 'alice', '--next', 'Example', ...at, '--json']);
    const { out } = await call(['code', '--next', ...at], { input: alice });
    expect(out.trim()).toBe((JSON.parse(next.out) as { next: string }).next);
    const later = await call(['code', '--at', '1800000037'], { input: alice });
    expect(later.out).toBe(out);
  });

  test('comes from a link or a key, in a file or on standard input, without a vault', async () => {
    await writeFile(file('link'), `${alice}\n`);
    await writeFile(file('key'), referenceBase32(aliceSecret).toLowerCase());
    const at = ['--at', '1800000007'];
    const calls = await Promise.all([
      call(['code', '--uri-file', 'link', ...at]),
      call(['code', '--uri-file', '-', ...at], { input: alice }),
      call(['code', '--uri-file', 'key', ...at]),
      call(['code', ...at], { input: alice }),
    ]);
    expect(new Set(calls.map(({ out }) => out)).size).toBe(1);
    expect(calls.map(({ status, error }) => ({ status, error }))).toEqual(
      calls.map(() => ({ status: 0, error: '' })),
    );
  });

  test('of Steam has five characters', async () => {
    const { out } = await withVault(['code', 'steam', '--at', '1800000007']);
    const secret = new Uint8Array([...aliceSecret, 16, 132]);
    expect(out).toBe(`${referenceSteamCode(secret, 60_000_000)}\n`);
  });

  test('lists the choices where a query finds several, and takes the exact name first', async () => {
    const { status, out, error } = await withVault(['code', 'example']);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(error).toContain('Example  alice');
    expect(error).toContain('Example  ada');
    expect(error).not.toContain('Example Two');
    const [, id = ''] = /([\da-f]{8}) {2}Example {2}ada/.exec(error) ?? [];
    expect((await withVault(['code', id, '--json'])).out).toContain('"account":"ada"');
    expect((await withVault(['code', 'two', '--json'])).out).toContain('Example Two');
  });

  test('says where nothing matches, and where a query is missing', async () => {
    const none = await withVault(['code', 'nowhere']);
    expect(none).toMatchObject({ status: 1, out: '' });
    expect(none.error).toContain('No entry matches');
    expect((await withVault(['code'])).error).toContain('Steam  sue');
  });

  test('with a counter is stored before it is printed, and given once', async () => {
    const calls = await Promise.all([0, 1, 2, 3].map(() => withVault(['code', 'bob'])));
    const given = calls.map(({ out }) => out.trim()).sort();
    const expected = [5, 6, 7, 8].map((counter) =>
      referenceCode({ secret: bobSecret, algorithm: 'SHA1', digits: 6, counter }),
    );
    expect(given).toEqual(expected.sort());
    for (const option of [['--at', '5'], ['--next']]) {
      const before = await readFile(vault);
      const { status, out, error } = await withVault(['code', 'bob', ...option]);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(error).toContain('counter');
      expect(await readFile(vault)).toEqual(before);
    }
  });

  test.each([
    ['a bad moment', ['--at', 'tomorrow'], 2],
    ['a moment before time', ['--at', '-5'], 2],
    ['a link and a query', ['alice', '--uri-file', 'link'], 2],
    ['an unknown option', ['--nothing'], 2],
    ['a file that is not there', ['--uri-file', 'gone'], 1],
    ['a file that is no link', ['--uri-file', 'notes'], 1],
  ])('refuses %s', async (_, args, expected) => {
    const { status, out, error } = await call(['code', ...args]);
    expect({ status, out }).toEqual({ status: expected, out: '' });
    expect(error).not.toBe('');
    expect(error).not.toContain('My notes');
  });
});

/** 1,000 entries with every algorithm, length and period. */
const random = seededRandom(6238);
const below = (limit: number) => Math.floor(random() * limit);
const samples = Array.from({ length: 1000 }, () => ({
  algorithm: pick(random, Object.keys(HASHES) as Algorithm[]),
  secret: Uint8Array.from({ length: 1 + below(80) }, () => below(256)),
  digits: 6 + below(3),
  period: 1 + below(120),
  at: below(4_000_000_000),
}));

function ours({ algorithm, secret, digits, period, at }: (typeof samples)[number]) {
  const reading = readTypedKey(
    `otpauth://totp/a:b?secret=${referenceBase32(secret)}&algorithm=${algorithm}&digits=${digits}&period=${period}`,
  );
  if (reading.kind !== 'otp' || reading.otp.type !== 'totp') throw new Error('not read');
  return timedCode(reading.otp, at * 1000).code;
}

test('1,000 random entries have the codes of an implementation from the RFC', () => {
  expect(samples.map(ours)).toEqual(samples.map((sample) => referenceTotp(sample, sample.at)));
});

const hasOathtool = (() => {
  try {
    execFileSync('oathtool', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasOathtool)(
  '1,000 random entries have the codes of oathtool',
  { timeout: 120_000 },
  () => {
    const theirs = samples.map(({ algorithm, secret, digits, period, at }) => {
      const mode = `--totp=${algorithm.toLowerCase()}`;
      const how = ['--digits', String(digits), '--time-step-size', `${period}s`, '--now', `@${at}`];
      // The secret on standard input, as arguments can be seen.
      const input = Buffer.from(secret).toString('hex');
      return execFileSync('oathtool', [mode, ...how, '-'], { input, encoding: 'utf8' }).trim();
    });
    expect(theirs).toEqual(samples.map(ours));
  },
);
