import sharp from 'sharp';
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { WHITE, draw, drawQr } from '../../helpers/qr-picture.ts';
import { referenceTotp } from '../../helpers/totp.ts';
import { commandWithVault } from './vault.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const LINK = `otpauth://totp/Example:alice?secret=${SECRET}&issuer=Example`;
const secret = new TextEncoder().encode('12345678901234567890');

const { call, entries, file, flags, remove, reset, vault, withVault } =
  await commandWithVault('add');

beforeEach(reset);
afterAll(remove);

async function savePicture(name: string, text: string | undefined): Promise<void> {
  const { width, height, data } = text === undefined ? draw(90, 90, () => WHITE) : drawQr(text);
  await sharp(data, { raw: { width, height, channels: 4 } }).toFile(file(name));
}

describe('add', { timeout: 60_000 }, () => {
  test('takes a link on standard input, and says its code', async () => {
    const times = () => Date.now() / 1000;
    const before = times();
    const { status, out, error } = await withVault(['add'], { input: `${LINK}\n` });
    expect({ status, error }).toEqual({ status: 0, error: '' });
    const [added, code] = out.trim().split('\n');
    expect(added).toBe('Added: Example  alice');
    const parameters = { secret, algorithm: 'SHA1', digits: 6, period: 30 } as const;
    expect(
      [before, times()].map((at) => `Its code now: ${referenceTotp(parameters, at)}`),
    ).toContain(code);
    expect(await entries()).toMatchObject([
      { otp: { secret, account: 'alice' }, status: 'active' },
    ]);
    expect(out + error).not.toContain(SECRET);
  });

  test('takes a key with names, and says them back without the secret', async () => {
    const tags = ['--tag', 'on call', 'code'];
    const names = ['--issuer', 'GitHub', '--account', 'ada', '--name', 'Work', ...tags];
    const { out } = await withVault(['add', ...names, '--json'], { input: SECRET.toLowerCase() });
    const facts = JSON.parse(out) as Record<string, unknown>;
    expect(facts).toMatchObject({ issuer: 'GitHub', account: 'ada', name: 'Work', digits: 6 });
    expect(facts).not.toHaveProperty('secret');
    expect(await entries()).toMatchObject([{ name: 'Work', otp: { issuer: 'GitHub', secret } }]);
    expect(await withVault(['code', 'call'])).toMatchObject({ status: 0 });
    expect((await withVault(['list'])).out).toBe('GitHub  ada  “Work”  #on call #code\n');
  });

  test('takes a picture, by its name or on standard input', async () => {
    await savePicture('code.png', LINK);
    expect((await withVault(['add', 'code.png'])).out).toContain('Added: Example  alice');
    await reset();
    const input = await readFile(file('code.png'));
    expect((await withVault(['add'], { input })).out).toContain('Added: Example  alice');
  });

  test('keeps the earlier entry of the same account as replaced', async () => {
    await withVault(['add'], { input: LINK });
    const other = LINK.replace(SECRET, SECRET.replace('GEZ', 'AAA'));
    const { error } = await withVault(['add'], { input: other });
    expect(error).toBe('Kept, but out of use: Example  alice  [replaced]\n');
    expect((await entries()).map(({ status }) => status).sort()).toEqual(['active', 'replaced']);
    expect((await withVault(['list'])).out).toBe('Example  alice\n');
    expect((await withVault(['list', '--all'])).out.split('\n')).toHaveLength(3);
  });

  test('of the same again adds nothing', async () => {
    await withVault(['add'], { input: LINK });
    await withVault(['add'], { input: LINK });
    expect(await entries()).toHaveLength(1);
  });

  test.each([
    ['a code in place of a key', '123 456', /looks like a code/],
    ['an empty input', ' \n', /no text/],
    ['a web page', 'https://example.com/', /link to a web page/],
    ['a damaged link', `otpauth://totp/x?secret=${SECRET}1`, /Character 33/],
    ['two links', `${LINK}\n${LINK}`, /several links/],
  ])('refuses %s, and changes nothing', async (_, input, message) => {
    const before = await readFile(vault);
    const { status, out, error } = await withVault(['add'], { input });
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(error).toMatch(message);
    expect(error).not.toContain(SECRET);
    expect(await readFile(vault)).toEqual(before);
  });

  test('refuses a picture without a code, and one of something else', async () => {
    await savePicture('white.png', undefined);
    await savePicture('wifi.png', 'WIFI:T:WPA;S:net;P:hunter22;;');
    expect((await withVault(['add', 'white.png'])).error).toContain('no QR code');
    const wifi = await withVault(['add', 'wifi.png']);
    expect(wifi.error).toContain('wireless network');
    expect(wifi.error).not.toContain('hunter22');
    expect((await withVault(['add', 'gone.png'])).error).toContain('is not there');
    expect((await withVault(['add', 'wifi.png', '--uri-file', 'x'])).status).toBe(2);
  });

  test('does not ask where there is no terminal', async () => {
    const { status, error } = await call(['add', ...flags]);
    expect(status).toBe(1);
    expect(error).toContain('no terminal');
  });
});

test(
  'list shows names as text: nothing in them steers a terminal',
  { timeout: 60_000 },
  async () => {
    await writeFile(
      file('odd'),
      `otpauth://totp/%1B%5B2Jx%E2%80%AE:y?secret=${SECRET}&issuer=%1B%5B2Jx`,
    );
    expect((await withVault(['import', 'odd'])).status).toBe(0);
    const { out } = await withVault(['list']);
    expect(out).toBe('[2Jx  y\n');
  },
);
