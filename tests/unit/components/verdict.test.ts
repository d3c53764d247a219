import { expect, test } from 'vitest';
import { judge } from '../../../src/components/capture/verdict.ts';

const LINK = 'otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP&issuer=Example';
const OTHER = 'otpauth://totp/Example:bob?secret=JBSWY3DPEHPK3PXQ&issuer=Example';
/** One account "x" with the secret 01 02 03; part 2 of 3 of the batch 7. */
const EXPORT = 'otpauth-migration://offline?data=CggKAwECAxIBeBgDIAEoBw%3D%3D';

const problem = async (texts: string[], unreadable = false) => {
  const verdict = await judge({ texts, unreadable }, []);
  return verdict.kind === 'problem' ? verdict.message : verdict.kind;
};

test('takes the only otpauth code, whatever other codes are in the picture', async () => {
  const verdict = await judge({ texts: ['https://example.com/get-the-app', LINK, LINK] }, []);
  expect(verdict).toMatchObject({ kind: 'found', found: { otp: { account: 'alice' } } });
});

test('lets the person choose among several', async () => {
  const verdict = await judge({ texts: [LINK, OTHER] }, []);
  expect(verdict.kind === 'choice' && verdict.choices.map(({ otp }) => otp.account)).toEqual([
    'alice',
    'bob',
  ]);
});

test('reads a typed key, and only a typed one', async () => {
  expect(await judge({ texts: ['JBSW Y3DP EHPK 3PXP'], typed: true }, [])).toMatchObject({
    kind: 'found',
  });
  expect(await judge({ texts: ['JBSWY3DPEHPK3PXP'] }, [])).toMatchObject({ kind: 'problem' });
});

test('collects an export, from pictures and from pasted text', async () => {
  const verdict = await judge({ texts: [EXPORT], typed: true }, []);
  expect(verdict).toMatchObject({ kind: 'batch', batch: [{ index: 1, size: 3, batchId: 7 }] });
});

test.each([
  [[], false, /No QR code was found.*white border/],
  [[], true, /cannot be read/],
  [['https://example.com'], false, /link to a web page/],
  [['WIFI:S:home;P:secret-word;;'], false, /wireless network/],
  [['phonefactor://activate?code=1'], false, /Set up a different authenticator app/],
  [['https://m-1234.duosecurity.com/activate/abc'], false, /instead of Duo/],
  [['oktaverify://totp?x=1'], false, /Google Authenticator/],
  [['https://example.com', 'otpauth://totp/a?secret=0189'], false, /0|1|8|9/],
  [['otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&digits=99'], false, /digits/],
  [['otpauth-migration://offline?data=AAAA'], false, /damaged or cut off/],
] as const)('says what %j is and what to do', async (texts, unreadable, message) => {
  const said = await problem([...texts], unreadable);
  expect(said).toMatch(message);
  expect(said).not.toContain('secret-word');
});
