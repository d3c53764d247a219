import type { Locator, Page } from 'playwright/test';
import { entriesOf } from './support/app.ts';
import { captureFile, chooseIdentity, openGuide } from './support/companion.ts';
import { freshKey, type Key } from './support/key.ts';
import { expect, test } from './support/test.ts';
import { goToApp, takeIn } from './support/vault.ts';

async function openHelp(page: Page, key: Key): Promise<Locator> {
  const entry = entriesOf(page, key);
  await entry.getByTestId('entry-menu').click();
  await entry.getByRole('button', { name: /^Help/ }).click();
  return entry.getByTestId('guide-panel');
}

test('an entry leads to the parts of its guide, that of its own identity first', async ({
  page,
  key,
}) => {
  await openGuide(page);
  await chooseIdentity(page, 'alice');
  await captureFile(page, key);
  await goToApp(page);
  const panel = await openHelp(page, key);
  await expect(panel.getByRole('heading', { name: 'Help with AWS' })).toBeFocused();
  await expect(panel.getByRole('link', { name: /device of an IAM user/ })).toBeVisible();
  const addresses = await panel
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses).toHaveLength(5);
  for (const address of addresses.filter((each) => each.includes('#'))) {
    await page.goto(address);
    await expect(page.locator(new URL(page.url()).hash)).toBeVisible();
  }
});

test('the two-code coach runs in place, for an entry that is recognized by its issuer', async ({
  page,
  key,
}) => {
  await takeIn(page, key);
  const panel = await openHelp(page, key);
  await panel.getByTestId('resync-coach').click();
  const pair = panel.getByTestId('pair');
  await expect(pair).toContainText('MFA code 1');
  await expect(async () => {
    const { now, codes, phase } = await pair.evaluate((shown) => ({
      now: Date.now(),
      phase: (shown as HTMLElement).dataset.phase,
      codes: ['pair-code-1', 'pair-code-2'].map((id) =>
        shown.querySelector(`[data-testid="${id}"]`)?.textContent.replace(/\s/g, ''),
      ),
    }));
    expect(phase).toBe('code-1');
    expect(codes).toEqual([key.codeAt(now), key.codeAt(now, 1)]);
  }).toPass({ timeout: 40_000 });
  await pair.getByTestId('pair-new').click();
  await panel.getByTestId('resync-coach').click();
  await expect(pair).toHaveCount(0);
});

test.describe('out of reach', () => {
  test.use({ provoked: /Failed to load resource.*aws-mfa\.json/ });

  test('without a guide or a connection it says so, and works once there is one', async ({
    page,
    key,
  }) => {
    const unknown = freshKey({ issuer: 'Nobody knows it' });
    await takeIn(page, key, unknown);
    await page.route('**/guides/aws-mfa.json', (route) => route.abort());
    const panel = await openHelp(page, key);
    await expect(panel.getByRole('alert')).toContainText('could not be loaded');
    await page.unroute('**/guides/aws-mfa.json');
    await panel.getByRole('button', { name: 'Close' }).click();
    await expect(
      (await openHelp(page, key)).getByRole('link', { name: /whole guide/ }),
    ).toBeVisible();
    await expect(await openHelp(page, unknown)).toContainText('no guide for this service');
  });
});
