import { entriesOf } from './support/app.ts';
import { captureFile, expectState, readCodes } from './support/companion.ts';
import { freshKey } from './support/key.ts';
import { expect, test } from './support/test.ts';
import { goToApp } from './support/vault.ts';

const key = freshKey({ issuer: 'GitHub', account: 'monalisa' });

test('a service that asks for one code: one box, no pair, and recovery codes to keep', async ({
  page,
}) => {
  await page.goto('/guides/github-2fa/');
  await expectState(page, 'ready');
  await expect(page.getByTestId('identity')).toHaveCount(0);
  await captureFile(page, key);
  const live = page.locator('.live-codes');
  await expect(live).toContainText('Verify the code from the app');
  await expect(page.getByTestId('pair')).toHaveCount(0);
  await expect(async () => {
    const { now, shown } = await readCodes(page);
    expect(shown['code-current']).toBe(key.codeAt(now));
    expect(shown['code-next']).toBe(key.codeAt(now, 1));
  }).toPass({ intervals: [50], timeout: 4_000 });
  await expect(page.getByRole('group', { name: 'After the code: what did' })).toBeVisible();

  await page.getByTestId('enroll-refused').click();
  await expectState(page, 'refused');
  await expect(page.getByTestId('enroll')).toContainText('had a space in it');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByTestId('enroll-accepted').click();
  await expectState(page, 'done');

  await goToApp(page);
  const entry = entriesOf(page, key);
  await expect(entry).toHaveAttribute('data-status', 'active');
  await entry.getByTestId('entry-menu').click();
  await entry.getByRole('button', { name: /^Help/ }).click();
  const help = entry.getByTestId('guide-panel');
  await expect(help.getByRole('link', { name: /I lost the device with my GitHub/ })).toBeVisible();
});
