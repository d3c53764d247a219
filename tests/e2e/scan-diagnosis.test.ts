import { encodePng } from '../helpers/png.ts';
import { WHITE, draw, drawQr, type Pixels } from '../helpers/qr-picture.ts';
import { openGuide } from './support/companion.ts';
import type { Key } from './support/key.ts';
import { expect, test } from './support/test.ts';

/** A code with a band through its middle that no correction makes good. */
function covered(picture: Pixels): Pixels {
  const { width, height } = picture;
  const data = picture.data.slice();
  data.fill(255, Math.round(height * 0.36) * width * 4, Math.round(height * 0.64) * width * 4);
  return { width, height, data };
}

const cases: readonly (readonly [name: string, picture: (key: Key) => Pixels, says: RegExp])[] = [
  ['no code', () => draw(400, 300, () => WHITE), /No QR code was found.*white border/],
  [
    'a code that cannot be read',
    ({ link }) => covered(drawQr(link)),
    /There is a QR code.*cannot be read/,
  ],
  ['a wireless network', () => drawQr('WIFI:T:WPA;S:home;P:pass;;'), /wireless network/],
  ['Duo’s code', () => drawQr('https://m-abc123.duosecurity.com/android/xyz'), /Duo Mobile.*TOTP/],
  ['Okta’s code', () => drawQr('oktaverify://email/me?t=1'), /Okta Verify.*Google Authenticator/],
  [
    'Microsoft’s code',
    () => drawQr('phonefactor://activate_account?code=1'),
    /different authenticator app/,
  ],
  ['a code with too many digits', ({ link }) => drawQr(`${link}&digits=12`), /digits/],
  ['a code with a period of zero', ({ link }) => drawQr(`${link}&period=0`), /period/],
  [
    'a damaged export',
    () => drawQr('otpauth-migration://offline?data=CgMKAQ'),
    /damaged or cut off/,
  ],
];

for (const [name, picture, says] of cases) {
  test(`a picture of ${name} is told, with where the text key is`, async ({ page, key }) => {
    await openGuide(page);
    const buffer = encodePng(picture(key));
    await page
      .getByTestId('capture-file')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
    const error = page.getByTestId('capture-error');
    await expect(error).toHaveRole('alert');
    await expect(error).toContainText(says);
    // Where AWS hides it.
    await expect(error).toContainText('Show secret key');
    await error.getByRole('button').click();
    await expect(page.getByTestId('key-input')).toBeFocused();
  });
}
