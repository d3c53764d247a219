import { encodePng } from '../helpers/png.ts';
import { WHITE, draw, drawQr, type Pixels } from '../helpers/qr-picture.ts';
import { entriesOf, expectEntryCodes, expectStored, openApp } from './support/app.ts';
import { expectCaptured, expectCodes, expectState, openGuide } from './support/companion.ts';
import { freshKey, qrPicture } from './support/key.ts';
import { migrationLink } from './support/migration.ts';
import { expect, test } from './support/test.ts';

/** Pictures one beside the other, as on a screenshot. */
function sideBySide(...pictures: readonly Pixels[]): Buffer<ArrayBuffer> {
  const width = pictures.reduce((sum, picture) => sum + picture.width + 40, 0);
  const height = Math.max(...pictures.map((picture) => picture.height)) + 40;
  const page = draw(width, height, () => WHITE);
  let left = 20;
  for (const { width: side, height: rows, data } of pictures) {
    for (let row = 0; row < rows; row += 1)
      page.data.set(
        data.subarray(row * side * 4, (row + 1) * side * 4),
        ((row + 20) * width + left) * 4,
      );
    left += side + 40;
  }
  return encodePng(page);
}

const png = (buffer: Buffer<ArrayBuffer>, name = 'screenshot.png') => ({
  name,
  mimeType: 'image/png',
  buffer,
});

test('of several codes in a picture the person chooses, each named, before anything is saved', async ({
  page,
  key,
}) => {
  const other = freshKey();
  await openGuide(page);
  const picture = sideBySide(drawQr(key.link), drawQr(other.link), drawQr('https://example.com/'));
  await page.getByTestId('capture-file').setInputFiles(png(picture));
  const choice = page.getByTestId('capture-choice');
  await expect(choice).toContainText(key.account);
  await expect(choice).toContainText(other.account);
  await expect(choice.getByTestId('choice-use')).toHaveCount(2);
  await expect(choice.getByRole('heading')).toBeFocused();
  await expectState(page, 'ready');
  const app = await openApp(page);
  await expect(app.getByTestId('vault-entry')).toHaveCount(0);
  await app.close();
  await choice
    .getByRole('listitem')
    .filter({ hasText: other.account })
    .getByRole('button')
    .press('Enter');
  await expectCaptured(page, other);
  await expectCodes(page, other);
  await expectStored(page, other);
});

test('a single set-up beside codes of other kinds needs no choice', async ({ page, key }) => {
  await openGuide(page);
  const picture = sideBySide(drawQr('https://example.com/get-the-app'), drawQr(key.link));
  await page.getByTestId('capture-file').setInputFiles(png(picture));
  await expectCaptured(page, key);
});

test('several files count as one capture', async ({ page, key }) => {
  await openGuide(page);
  const empty = png(encodePng(draw(200, 200, () => WHITE)), 'empty.png');
  const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') };
  await page.getByTestId('capture-file').setInputFiles([empty, notes, qrPicture(key)]);
  await expectCaptured(page, key);
});

test('an export of Google Authenticator is collected, listed, and saved when it is asked for', async ({
  page,
}) => {
  const [one, two, three] = ['one', 'two', 'three'].map((name) =>
    freshKey({ issuer: `Service ${name}`, account: `${name}@example.com` }),
  ) as [ReturnType<typeof freshKey>, ReturnType<typeof freshKey>, ReturnType<typeof freshKey>];
  const part = (link: string) => png(encodePng(drawQr(link)), 'export.png');
  await openGuide(page);
  await page.getByTestId('capture-file').setInputFiles(part(migrationLink([three], 1, 2)));
  const choice = page.getByTestId('capture-choice');
  await expect(choice.getByRole('heading')).toContainText('1 of 2');
  await expect(choice.getByTestId('batch-missing')).toContainText('Part 1 is missing');
  await page.getByTestId('capture-file').setInputFiles(part(migrationLink([one, two], 0, 2)));
  await expect(choice.getByRole('heading')).toContainText('2 of 2');
  await expect(choice.getByTestId('batch-missing')).toHaveCount(0);
  for (const { issuer, account } of [one, two, three]) {
    await expect(choice).toContainText(issuer);
    await expect(choice).toContainText(account);
  }
  const app = await openApp(page);
  await expect(app.getByTestId('vault-entry')).toHaveCount(0);
  await choice.getByTestId('batch-save').click();
  await expect(choice.getByRole('status')).toContainText('3 accounts');
  for (const key of [one, two, three]) {
    const entry = entriesOf(app, key);
    await expect(entry).toHaveAttribute('data-status', 'active');
    await expect(entry).toHaveAttribute('data-issuer', key.issuer);
    await expectEntryCodes(entry, key);
  }
});
