import { writeFile } from 'node:fs/promises';
import { entriesOf, expectEntryCodes } from './support/app.ts';
import { dropFile } from './support/drag.ts';
import { freshKey, qrPicture } from './support/key.ts';
import { expect, test } from './support/test.ts';
import { goToApp, listFile } from './support/vault.ts';

test('a file that is dropped or chosen is known by its bytes: an export is imported, a picture read', async ({
  page,
  key,
}, info) => {
  await goToApp(page);
  const drop = async (name: string, content: Buffer): Promise<void> => {
    await writeFile(info.outputPath(name), content);
    await dropFile(page.locator('h1'), info.outputPath(name));
  };
  await drop('screenshot.png', listFile(key).buffer);
  await expect(page.getByTestId('import-panel')).toContainText('screenshot.png');
  await expect(page.getByTestId('import-panel').getByRole('heading').first()).toBeFocused();
  await page.getByTestId('import-confirm').click();
  await expectEntryCodes(entriesOf(page, key), key);

  const pictured = freshKey({ account: 'pictured' });
  await drop('backup.json', qrPicture(pictured).buffer);
  await expectEntryCodes(entriesOf(page, pictured), pictured);

  // The chooser for pictures lets everything through, and so do several at once.
  const others = [freshKey({ account: 'third' }), freshKey({ account: 'fourth' })];
  await page.getByTestId('vault-add').click();
  await page.getByTestId('capture-file').setInputFiles(others.map((each) => listFile(each)));
  await expect(page.getByTestId('add-panel')).toHaveCount(0);
  for (const each of others) {
    await page.getByTestId('import-confirm').click();
    await expect(entriesOf(page, each)).toHaveCount(1);
  }
  await expect(page.getByTestId('import-panel')).toHaveCount(0);
});
