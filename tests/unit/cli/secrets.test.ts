import fc from 'fast-check';
import { writeFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { refuseSecrets } from '../../../src/cli/arguments.ts';
import { UsageError } from '../../../src/cli/errors.ts';
import { referenceBase32 } from '../../helpers/totp.ts';
import { commandWithVault } from './vault.ts';

const { call, file, remove, withVault } = await commandWithVault('secrets');
afterAll(remove);

const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('an argument with a secret is refused, and not repeated', { timeout: 60_000 }, () => {
  test.each([
    ['a link', ['code', `otpauth://totp/x?secret=${KEY}`]],
    ['a link as a value', ['code', `--uri-file=otpauth://totp/x?secret=${KEY}`]],
    ['a migration link', ['import', `otpauth-migration://offline?data=${KEY}`]],
    ['a key', ['add', KEY]],
    ['a key in small letters', ['code', KEY.toLowerCase()]],
    ['a key in groups', ['code', KEY.replace(/(.{4})(?=.)/g, '$1 ')]],
    ['a key in groups, each an argument', ['code', ...(KEY.match(/.{4}/g) ?? [])]],
    ['a key in hexadecimal', ['code', '3132333435363738393031323334353637383930']],
    ['a recovery key', ['list', 'ABCD-1234-EFGH-5678-JKMN-9012-PQRS-3456']],
    ['a passphrase', ['list', `--passphrase=${KEY}`]],
    ['a passphrase apart', ['list', '--vault-passphrase', KEY]],
    ['a secret', ['add', `--secret=${KEY}`]],
  ])('%s', async (_, args) => {
    const { status, out, error } = await call(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toMatch(/is not taken as an argument|which is not taken as an argument/);
    for (const piece of [KEY, KEY.toLowerCase(), 'GEZD', '31323334', 'EFGH']) {
      expect(error).not.toContain(piece);
    }
  });

  test('a value behind a misspelled option', async () => {
    const { status, error } = await call(['list', '--pasphrase=open sesame']);
    expect(status).toBe(2);
    expect(error).toContain('--pasphrase');
    expect(error).not.toContain('sesame');
  });

  test('any key of 80 bits or more, but no name of a service or a file', () => {
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 64 });
    fc.assert(
      fc.property(bytes, (secret) => {
        expect(() => {
          refuseSecrets(['add', referenceBase32(secret)]);
        }).toThrow(UsageError);
      }),
    );
    const fine = [
      'Amazon Web Services',
      'aws root 2',
      'administrators22',
      'AuthenticatorBackup.json',
    ];
    for (const name of [...fine, './GEZDGNBVGY3TQOJQ', 'arn:aws:iam::123456789012:mfa/ada']) {
      expect(() => {
        refuseSecrets(['code', name]);
      }).not.toThrow();
    }
  });
});

test('no call shows a secret that it was not asked for', { timeout: 120_000 }, async () => {
  await writeFile(file('links'), `otpauth://totp/Example:alice?secret=${KEY}&issuer=Example`);
  const calls = [
    ['import', 'links'],
    ['import', 'links', '--json'],
    ['list'],
    ['list', '--json', '--all'],
    ['code'],
    ['code', '--json'],
    ['export', '--to', '2faa'],
    ['code', 'nothing'],
    ['import', 'vault.json', '--passphrase-file', 'passphrase'],
    ['backup', 'verify', 'vault.json', '--passphrase-file', 'passphrase'],
  ];
  const forms = [KEY, KEY.toLowerCase(), '12345678901234567890', '3132333435363738'];
  const encoded = [Buffer.from('12345678901234567890').toString('base64'), 'correct horse'];
  for (const args of calls) {
    const { out, error } = await withVault(args);
    for (const form of [...forms, ...encoded]) expect(out + error).not.toContain(form);
  }
});

test('arguments of any kind end in an answer', { timeout: 120_000 }, async () => {
  const words = fc.constantFrom(
    ...['code', 'list', 'scan', 'import', 'export', 'vault', 'create', 'help', '--json', '--at'],
    ...['--vault', '--to', '--', '-', '--vault-passphrase-fd', '9', '', '../..', '🔑'],
  );
  const samples = fc.sample(fc.array(words, { maxLength: 5 }), { numRuns: 40, seed: 8 });
  for (const args of samples) {
    const { status, error } = await call(args);
    expect([0, 1, 2]).toContain(status);
    if (status !== 0) expect(error).not.toBe('');
    expect(error).not.toMatch(/at .*\.ts:\d+|should not have happened/);
  }
});
