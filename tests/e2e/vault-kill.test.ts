import type { BrowserContext, Page } from 'playwright/test';
import { choose } from './support/app.ts';
import { openProfile } from './support/browser.ts';
import { freshKey } from './support/key.ts';
import { expect, test } from './support/test.ts';
import { goToApp, listFile, takeIn } from './support/vault.ts';

/** How often a tab is killed in a save; a longer run sets more. */
const KILLS = Number(process.env.VAULT_KILLS ?? 15);

/** Crashes the page's process, as a browser does that runs out of memory: nothing is tidied up. */
async function kill(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

async function newestName(page: Page): Promise<string> {
  await expect(page.getByTestId('vault-entry')).toHaveCount(3);
  return page.locator('[data-account="renamed"]').getByRole('heading').innerText();
}

async function startRename(page: Page, name: string): Promise<void> {
  const entry = page.locator('[data-account="renamed"]');
  await choose(entry, 'Edit');
  const field = entry.getByLabel('Name', { exact: true });
  await field.fill(name);
  // Not waited for: the tab is killed while this is being stored.
  await field.evaluate((input) => {
    const { form } = input as HTMLInputElement;
    setTimeout(() => form?.requestSubmit());
  });
}

test(`a tab that is killed ${KILLS} times in a save leaves the old or the new state`, async ({
  context,
  page,
}) => {
  test.setTimeout(60_000 + KILLS * 8_000);
  await takeIn(page, freshKey({ account: 'renamed' }), freshKey(), freshKey());
  let expected = ['Amazon Web Services'];
  let current = page;
  const states = { old: 0, new: 0 };
  for (let round = 1; round <= KILLS; round++) {
    const name = `Round ${round}`;
    await startRename(current, name);
    // A different moment each time, from before the save to after it.
    await new Promise((resolve) => setTimeout(resolve, (round * 7) % 30));
    await kill(current);
    current = await context.newPage();
    await goToApp(current);
    const found = await newestName(current);
    expect([...expected, name]).toContain(found);
    states[found === name ? 'new' : 'old'] += 1;
    expected = [found];
  }
  test.info().annotations.push({ type: 'states', description: JSON.stringify(states) });
});

test('a browser that is killed in a save leaves every entry on disk', async ({
  launchOptions,
  baseURL,
  trouble,
}, testInfo) => {
  const folder = testInfo.outputPath('profile');
  const open = (): Promise<BrowserContext> =>
    openProfile(folder, { launchOptions, baseURL, trouble });
  const first = await open();
  const page = await first.newPage();
  const kept = [freshKey(), freshKey()];
  await takeIn(page, ...kept);
  const late = freshKey();
  await page.getByTestId('vault-import').setInputFiles(listFile(late));
  await page.getByTestId('import-confirm').click({ noWaitAfter: true });
  const session = await first.newCDPSession(page);
  await session.send('Browser.crash' as 'Page.crash').catch(() => undefined);
  await first.close().catch(() => undefined);
  const again = await open();
  const app = await again.newPage();
  await goToApp(app);
  await expect.poll(() => app.getByTestId('vault-entry').count()).toBeGreaterThanOrEqual(2);
  for (const { account } of kept)
    await expect(app.locator(`[data-account="${account}"]`)).toHaveCount(1);
  await again.close();
});
