import { writeFile } from 'node:fs/promises';
import { expectStored } from './support/app.ts';
import { copyPicture, pasteFile } from './support/clipboard.ts';
import { companion, expectCaptured, expectCodes, openGuide } from './support/companion.ts';
import { dropFile } from './support/drag.ts';
import { qrPicture } from './support/key.ts';
import { expect, test } from './support/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a picture file gives both codes and is stored', async ({ page, key }) => {
  await openGuide(page);
  await page.getByTestId('capture-file').setInputFiles(qrPicture(key));
  await expectCaptured(page, key);
  await expectCodes(page, key);
  await expectStored(page, key);
});

test('a screenshot pasted with the keyboard gives both codes and is stored', async ({
  page,
  key,
}) => {
  await openGuide(page);
  await copyPicture(page, qrPicture(key));
  await page.keyboard.press('ControlOrMeta+V');
  await expectCaptured(page, key);
  await expectCodes(page, key);
  await expectStored(page, key);
});

test('a picture file pasted anywhere gives both codes and is stored', async ({ page, key }) => {
  await openGuide(page);
  await pasteFile(page, qrPicture(key));
  await expectCaptured(page, key);
  await expectCodes(page, key);
  await expectStored(page, key);
});

test('a screenshot pasted while a field has the focus is read all the same', async ({
  page,
  key,
}) => {
  await openGuide(page);
  await page.getByTestId('capture-key').click();
  await expect(page.getByTestId('key-input')).toBeFocused();
  await copyPicture(page, qrPicture(key));
  await page.keyboard.press('ControlOrMeta+V');
  await expectCaptured(page, key);
  await expectCodes(page, key);
});

test('the paste button reads a screenshot from the clipboard', async ({ page, key }) => {
  await openGuide(page);
  await copyPicture(page, qrPicture(key));
  await page.getByTestId('capture-paste').click();
  await expectCaptured(page, key);
  await expectCodes(page, key);
  await expectStored(page, key);
});

test('a picture dropped on the companion gives both codes and is stored', async ({
  page,
  key,
}, testInfo) => {
  const file = testInfo.outputPath('dropped.png');
  await writeFile(file, qrPicture(key).buffer);
  await openGuide(page);
  await dropFile(companion(page), file);
  await expectCaptured(page, key);
  await expectCodes(page, key);
  await expectStored(page, key);
});

test('a picture dropped beside the companion counts too', async ({ page, key }, testInfo) => {
  const file = testInfo.outputPath('dropped.png');
  await writeFile(file, qrPicture(key).buffer);
  await openGuide(page);
  await dropFile(page.getByRole('heading', { level: 1 }), file);
  await expectCaptured(page, key);
  await expectCodes(page, key);
});
