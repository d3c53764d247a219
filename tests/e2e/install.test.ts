import { openProfile } from './support/browser.ts';
import { openGuide } from './support/companion.ts';
import { expect, test } from './support/test.ts';

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
