import 'fake-indexeddb/auto';
import sharp from 'sharp';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { deriveInNode } from '../../../src/cli/vault/derive.ts';
import { openBackup } from '../../../src/lib/vault/backup.ts';
import { openVault } from '../../../src/lib/vault/vault.browser.ts';
import { fixtureFolder } from '../../helpers/fixtures.ts';
import { drawQr } from '../../helpers/qr-picture.ts';
import { PASSPHRASE, commandWithVault } from './vault.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const LINKS = [
  `otpauth://totp/Example:alice?secret=${SECRET}&issuer=Example`,
  `otpauth://hotp/Count:bob?secret=${SECRET}AAAA&issuer=Count&counter=5`,
  `otpauth://totp/Slow:eve?secret=${SECRET}BBBB&issuer=Slow&period=60&digits=7&algorithm=SHA512`,
];

interface Report {
  readonly format: string;
  readonly added: readonly { readonly secret?: string; readonly issuer: string }[];
  readonly duplicates: readonly unknown[];
  readonly failed: readonly { readonly index: number; readonly reason: string }[];
}

const { call, entries, file, remove, reset, vault, withVault } =
  await commandWithVault('import-export');

beforeEach(async () => {
  await reset();
  await writeFile(file('links'), `${LINKS.join('\n\n')}\nnot a link\n`);
});
afterAll(remove);

const report = ({ out }: { readonly out: string }) => JSON.parse(out) as Report;

describe('import', { timeout: 60_000 }, () => {
  test('shows with --dry-run what a list holds, without a vault', async () => {
    const { added, duplicates, failed, format } = report(
      await call(['import', 'links', '--dry-run', '--json']),
    );
    expect(format).toBe('otpauth');
    const common = { issuer: 'Example', account: 'alice', secret: SECRET, algorithm: 'SHA1' };
    expect(added[0]).toEqual({ type: 'totp', ...common, digits: 6, period: 30 });
    expect(added[1]).toMatchObject({ type: 'hotp', secret: `${SECRET}AAAA`, counter: 5 });
    expect(added[1]).not.toHaveProperty('period');
    expect(added[2]).toMatchObject({ algorithm: 'SHA512', digits: 7, period: 60 });
    expect(duplicates).toEqual([]);
    expect(failed).toEqual([{ index: 3, reason: expect.stringMatching(/^Line 6: /) as string }]);
  });

  test('stores what is new, names what is here already, and shows no secret', async () => {
    const first = await withVault(['import', 'links', '--json']);
    expect(report(first).added).toHaveLength(3);
    expect(first.out + first.error).not.toContain(SECRET);
    const kept = await readFile(vault);
    const again = report(await withVault(['import', 'links', '--json']));
    expect(again).toMatchObject({ added: [], duplicates: [{}, {}, {}] });
    expect(await readFile(vault)).toEqual(kept);
  });

  test('with --dry-run and a vault compares and stores nothing', async () => {
    await withVault(['import', 'links']);
    const kept = await readFile(vault);
    const { out } = await withVault(['import', 'links', '--dry-run']);
    expect(out).toContain('0 would be added, 3 here already, 1 not taken.');
    expect(out).not.toContain(SECRET);
    expect(await readFile(vault)).toEqual(kept);
  });

  test('never sets a counter back, and catches up where the file is ahead', async () => {
    await withVault(['import', 'links']);
    const counter = async () =>
      (await entries()).flatMap(({ otp }) => (otp.type === 'hotp' ? [otp.counter] : []));
    await writeFile(file('ahead'), LINKS[1]?.replace('counter=5', 'counter=9') ?? '');
    await withVault(['import', 'ahead']);
    expect(await counter()).toEqual([9]);
    await withVault(['import', 'links']);
    expect(await counter()).toEqual([9]);
  });

  test('keeps both where an account has another secret here', async () => {
    await withVault(['import', 'links']);
    await writeFile(file('other'), LINKS[0]?.replace('GEZ', 'AAA') ?? '');
    expect(report(await withVault(['import', 'other', '--json'])).added).toHaveLength(1);
    expect(await entries()).toHaveLength(4);
  });

  test('reads a picture of Google Authenticator’s export', async () => {
    await withVault(['import', 'links']);
    const { out, error } = await withVault(['export', '--to', 'google']);
    expect(error).toMatch(/Left out: Slow {2}eve: .*30 seconds/);
    const { width, height, data } = drawQr(out.trim());
    await sharp(data, { raw: { width, height, channels: 4 } }).toFile(file('google.png'));
    const { format, added } = report(await call(['import', 'google.png', '--dry-run', '--json']));
    expect(format).toBe('google');
    expect(added.map(({ secret }) => secret)).toEqual([SECRET, `${SECRET}AAAA`]);
  });

  test.each([
    ['an unknown format', ['links', '--from', 'aegypt'], /formats are 2faa, google, otpauth/],
    ['text of no format', ['passphrase'], /no format that is known/],
    ['a file that is not there', ['gone'], /not there/],
    ['a backup cut off', ['cut'], /not a backup/],
  ])('refuses %s', async (_, args, message) => {
    await writeFile(file('cut'), (await readFile(vault, 'utf8')).slice(0, 300));
    const passphrase = ['--passphrase-file', 'passphrase'];
    const { status, out, error } = await call(['import', ...args, '--dry-run', ...passphrase]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(error).toMatch(message);
    expect(error).not.toContain(PASSPHRASE);
  });

  const imports = fixtureFolder('imports');
  test.skipIf(imports === undefined)('reads ../shared/fixtures/imports/plain.txt', async () => {
    const { added } = report(await call(['import', `${imports}/plain.txt`, '--dry-run', '--json']));
    expect(added.map(({ issuer }) => issuer)).toEqual([
      ...['Deno', 'SPDX', 'Airbnb', 'Issuu', 'Air Canada', 'WWE', 'Boeing'],
    ]);
  });
});

describe('export', { timeout: 60_000 }, () => {
  test('as links is read back to the same entries', async () => {
    await withVault(['import', 'links']);
    const { out, error } = await withVault(['export', '--to', 'otpauth']);
    expect(error).toContain('not encrypted');
    await writeFile(file('out'), out);
    expect(report(await withVault(['import', 'out', '--json']))).toMatchObject({
      added: [],
      failed: [],
      duplicates: [{}, {}, {}],
    });
  });

  test('goes to a new file that is closed to others, and to no other', async () => {
    await withVault(['import', 'links']);
    await withVault(['export', '--to', 'otpauth', '--output', 'secret']);
    expect((await stat(file('secret'))).mode & 0o777).toBe(0o600);
    const again = await withVault(['export', '--to', '2faa', '--output', 'secret']);
    expect(again).toMatchObject({ status: 1, out: '' });
    expect(await readFile(file('secret'), 'utf8')).toContain(SECRET);
  });

  test('to an unknown program is wrong usage, and so is none', async () => {
    expect(await withVault(['export', '--to', 'paper'])).toMatchObject({ status: 2, out: '' });
    expect(await withVault(['export'])).toMatchObject({ status: 2, out: '' });
  });

  test('as a backup opens in the browser, and verifies', async () => {
    await withVault(['import', 'links']);
    const { out } = await withVault(['export', '--to', '2faa']);
    const backup = await openBackup(out, { passphrase: PASSPHRASE }, deriveInNode);
    expect(backup.entries).toMatchObject(await entries());
    await writeFile(file('backup.json'), out);
    const how = ['backup', 'verify', 'backup.json', '--passphrase-file', 'passphrase'];
    const right = await withVault([...how, '--json']);
    expect(right.status).toBe(0);
    expect(JSON.parse(right.out)).toMatchObject({ entries: 3, restorable: 3, total: 3 });
    await withVault(['add'], { input: LINKS[0]?.replace('alice', 'ada') ?? '' });
    const short = await withVault(how);
    expect(short.status).toBe(1);
    expect(short.out).toContain('3 of 4 entries');
    expect(short.error).toContain('Not in it: Example  ada');
  });
});

test('a backup made in the browser is a vault file, and its entries go back', async () => {
  const browser = await openVault({ database: 'for-the-command' });
  const secret = new TextEncoder().encode('12345678901234567890');
  const otp = { issuer: 'Example', account: 'zoë', secret, digits: 8, period: 45 };
  const draft = { otp: { ...otp, type: 'totp', algorithm: 'SHA256' }, guide: 'aws-mfa' } as const;
  const { id } = await browser.capture({ ...draft, identity: { kind: 'iam', name: 'ada' } });
  await browser.rename(id, 'Mine');
  await (await browser.access(deriveInNode)).setPassphrase(PASSPHRASE, { retireDevice: false });
  const archive = await browser.archive();
  await archive.notes.add(id, 'Example', ['abcd-1234', 'efgh-5678']);
  const { text } = await archive.createBackup();
  await writeFile(vault, text);
  await writeFile(file('with-notes.json'), text);
  expect(await entries()).toEqual((await browser.list()).entries);
  const { out } = await withVault(['code', 'mine', '--at', '1800000000', '--json']);
  expect(JSON.parse(out)).toMatchObject({ account: 'zoë', period: 45 });
  await withVault(['add'], { input: LINKS[1] ?? '' });
  const backup = (await withVault(['export', '--to', '2faa'])).out;
  const opened = await openBackup(backup, { passphrase: PASSPHRASE }, deriveInNode);
  const { entries: back, notes } = opened;
  expect(notes).toHaveLength(1);
  const how = ['import', 'with-notes.json', '--passphrase-file', 'passphrase', '--dry-run'];
  const tried = await withVault(how);
  expect(tried.error).toContain('also holds recovery codes');
  expect(tried.error + tried.out).not.toContain('abcd-1234');
  const plan = await archive.planRestore(back);
  expect(plan.items.map(({ verdict }) => verdict)).toEqual(['same', 'added']);
  await archive.restoreEntries(plan);
  expect((await browser.list()).entries).toHaveLength(2);
  browser.close();
}, 60_000);
