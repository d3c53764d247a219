import { GUIDE } from './support/companion.ts';
import { qrPicture, type Key } from './support/key.ts';
import { expect, keptFiles, test, untilKept } from './support/offline.ts';
import { placesOf } from './support/secret-search.ts';
import type { Page } from 'playwright/test';
import { goToApp, listFile } from './support/vault.ts';

// The system posts from outside of any page; the policy of ours sends no form anywhere.
test.use({ bypassCSP: true });

/** Posts what another app would hand over. */
async function share(page: Page, shared: { picture?: Buffer; text?: string }): Promise<void> {
  await page.evaluate(
    ({ picture, text }) => {
      const form = document.createElement('form');
      Object.assign(form, { method: 'POST', action: '/app/', enctype: 'multipart/form-data' });
      const field = document.createElement('textarea');
      field.name = 'text';
      field.value = text;
      form.append(field);
      if (picture !== null) {
        const file = document.createElement('input');
        Object.assign(file, { type: 'file', name: 'picture' });
        const transfer = new DataTransfer();
        const bytes = new Uint8Array(picture);
        transfer.items.add(new File([bytes], 'screenshot.png', { type: 'image/png' }));
        file.files = transfer.files;
        form.append(file);
      }
      document.body.append(form);
      form.submit();
    },
    { picture: shared.picture ? [...shared.picture] : null, text: shared.text ?? '' },
  );
}

const entryOf = (page: Page, { account }: Key) =>
  page.locator(`[data-testid="vault-entry"][data-account="${account}"]`);

test('a screenshot and a link that are shared become entries, and are stored nowhere else', async ({
  page,
  key,
}) => {
  await page.goto('/privacy/');
  await untilKept(page, '/app/', GUIDE);
  await share(page, { picture: qrPicture(key).buffer });
  await expect(entryOf(page, key)).toHaveCount(1);
  await expect(page).toHaveURL(/\/app\/$/);
  const kept = await keptFiles(page);
  const found = kept.map(({ address, content }) => ({ place: address, content }));
  expect(placesOf(key.secret, key.base32, found)).toEqual([]);

  await share(page, { text: key.link.replace(/device-/, 'shared-') });
  await expect(page.getByTestId('vault-entry')).toHaveCount(2);
  await page.reload();
  await expect(page.getByTestId('vault-entry')).toHaveCount(2);
});

test('the shortcut for scanning opens the panel that adds', async ({ page }) => {
  await page.goto('/app/?add');
  await expect(page.getByTestId('add-panel')).toBeVisible();
  await expect(page).toHaveURL(/\/app\/$/);
});

test('a file that the system opens with the app is imported', async ({ page, key }) => {
  await page.addInitScript((text) => {
    const file = new File([text], 'links.txt', { type: 'text/plain' });
    const launch = { files: [{ getFile: () => Promise.resolve(file) }] };
    Object.defineProperty(window, 'launchQueue', {
      value: {
        setConsumer: (consume: (params: object) => void) => {
          consume(launch);
        },
      },
    });
  }, listFile(key).buffer.toString());
  await goToApp(page);
  await expect(page.getByTestId('import-panel')).toBeVisible();
  await page.getByTestId('import-confirm').click();
  await expect(entryOf(page, key)).toHaveCount(1);
});
