import { findProblems } from './support/axe.ts';
import { openProfile } from './support/browser.ts';
import { captureFile, expectState, openGuide } from './support/companion.ts';
import { expect, test } from './support/test.ts';
import { goToApp, takeIn } from './support/vault.ts';

test('Chromium finds nothing that would keep it from installing the site', async ({
  launchOptions,
  baseURL,
  trouble,
}, testInfo) => {
  // A context without a profile counts as a private window, which installs nothing.
  const own = { launchOptions, baseURL, trouble };
  const context = await openProfile(testInfo.outputPath('profile'), own);
  const page = await context.newPage();
  await openGuide(page);
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  const { errors, url, data = '' } = await session.send('Page.getAppManifest');
  await context.close();
  expect(installabilityErrors).toEqual([]);
  expect(url).toBe(`${baseURL ?? ''}/manifest.webmanifest`);
  expect(errors).toEqual([]);
  expect(JSON.parse(data)).toMatchObject({ start_url: '/app/', display: 'standalone' });
});

test('every file that the manifest names is there', async ({ request }) => {
  const response = await request.get('/manifest.webmanifest');
  expect(response.headers()['content-type']).toMatch(/^application\/manifest\+json/);
  const { icons, shortcuts } = (await response.json()) as {
    icons: { src: string; type: string }[];
    shortcuts: { url: string; icons: { src: string; type: string }[] }[];
  };
  for (const { src, type } of [...icons, ...shortcuts.flatMap((each) => each.icons)]) {
    const icon = await request.get(src);
    expect(icon.status(), src).toBe(200);
    expect(icon.headers()['content-type'], src).toBe(type);
  }
  for (const { url } of shortcuts) expect((await request.get(url)).status(), url).toBe(200);
  const apple = await request.get('/apple-touch-icon.png');
  expect(apple.headers()['content-type']).toBe('image/png');
});

test('Safari’s seven days are told where there is something to lose, until that is dismissed', async ({
  page,
  key,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'vendor', { value: 'Apple Computer, Inc.' });
  });
  const hint = page.getByTestId('install-hint');
  await openGuide(page);
  await captureFile(page, key);
  await page.getByTestId('enroll-accepted').click();
  await expectState(page, 'done');
  await expect(hint).toContainText('Add to Dock');
  await expect(hint).toContainText('save a backup here first');
  await goToApp(page);
  await expect(hint).toContainText('seven days');
  expect(await findProblems(page)).toEqual([]);
  await hint.getByRole('button', { name: 'Do not show again' }).click();
  await expect(hint).toHaveCount(0);
  await goToApp(page);
  await expect(page.getByTestId('backup-nag')).toBeVisible();
  await expect(page.getByTestId('vault-storage')).toBeVisible();
  await expect(hint).toHaveCount(0);
});

test('where the browser offers to install the site, the authenticator passes it on', async ({
  page,
  key,
}) => {
  await takeIn(page, key);
  const hint = page.getByTestId('install-hint');
  await expect(page.getByTestId('vault-storage')).toBeVisible();
  await expect(hint).toHaveCount(0);
  const prevented = await page.evaluate(() => {
    const offer = new Event('beforeinstallprompt', { cancelable: true });
    Object.assign(offer, {
      prompt: () => {
        document.documentElement.dataset.asked = 'yes';
        return Promise.resolve();
      },
    });
    dispatchEvent(offer);
    return offer.defaultPrevented;
  });
  expect(prevented).toBe(true);
  await hint.getByTestId('install').click();
  await expect(page.locator('html')).toHaveAttribute('data-asked', 'yes');
  await expect(hint).toHaveCount(0);
});
