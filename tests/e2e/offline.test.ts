import { captureFile, expectCodes, expectState, GUIDE, openGuide } from './support/companion.ts';
import { builtFile, expect, keptFiles, test, untilKept } from './support/offline.ts';
import { built } from './support/server.ts';
import { goToApp } from './support/vault.ts';

test('after one visit all goes on with the server gone', async ({ page, server, key }) => {
  await page.goto('/privacy/');
  await untilKept(page, '/privacy/', GUIDE, '/app/');
  await page.goto('/guides/github-2fa/');
  await untilKept(page, '/guides/github-2fa/');
  await server.stop();

  await openGuide(page);
  await captureFile(page, key);
  await expectCodes(page, key);
  await page.getByTestId('enroll-accepted').click();
  await expectState(page, 'done');
  await page.reload();
  await expectState(page, 'done');

  await page.keyboard.press('Control+k');
  await page.getByTestId('search-input').fill('aws two codes');
  await expect(page.getByTestId('search-result').first()).toHaveAttribute(
    'href',
    /#faq-two-codes$/,
  );

  // Addresses without the last slash, old ones, and queries.
  await page.goto('/app?utm_source=x');
  await expect(page).toHaveURL(/\/app\/\?utm_source=x$/);
  await expect(page.getByTestId('vault-entry')).toHaveCount(1);
  await page.goto('/aws/');
  await expect(page).toHaveURL(new RegExp(`${GUIDE}$`));
  await page.goto('/search/?q=lost%20phone');
  await expect(page.getByTestId('search-result').first()).toBeVisible();
  const retried = await page.evaluate(async () => {
    const [script] = document.querySelectorAll<HTMLScriptElement>('script[type=module][src]');
    const answers = await Promise.all([
      fetch(`${script?.src ?? ''}?astro-retry=1`),
      fetch('/pagefind/pagefind-entry.json?ts=17'),
    ]);
    return answers.map(({ status }) => status);
  });
  expect(retried).toEqual([200, 200]);

  await page.goto('/guides/github-2fa/');
  await expectState(page, 'ready');

  // A page that was never opened says so and leads to those that were.
  await page.goto('/security/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not on this device');
  await expect(page.getByRole('link', { name: 'Try again' })).toHaveAttribute(
    'href',
    /\/security\/$/,
  );
  await page.getByRole('link', { name: 'Privacy, and how to check it' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy, and how to check it');
});

test('caches hold files of the build and nothing else', async ({ page, key }) => {
  await openGuide(page);
  await untilKept(page, GUIDE, '/app/');
  await captureFile(page, key);
  await goToApp(page);
  await page.goto(`/search/?q=${key.account}`);
  await expect(page.locator('.search-status')).toHaveText(/./);
  const kept = await keptFiles(page);
  expect(kept.length).toBeGreaterThan(80);
  for (const { address, content } of kept) {
    const { pathname, search } = new URL(address);
    expect(search).toBe('');
    if (pathname.startsWith('/.')) expect(content.byteLength).toBe(0);
    else expect(content.equals(await builtFile(built, pathname)), pathname).toBe(true);
  }
});

test('a slow or broken server does not keep a page from opening', async ({ page, server }) => {
  await openGuide(page);
  await untilKept(page, GUIDE, '/app/');
  const { answer } = server;
  server.answer = (_, response) => void response.writeHead(503).end('No');
  await page.reload();
  await expectState(page, 'ready');
  server.answer = (request, response) => {
    setTimeout(() => {
      answer(request, response);
    }, 60_000);
  };
  await page.goto('/app/');
  await expect(page.locator('.authenticator')).toHaveAttribute('data-state', 'unlocked');
});

test('what is damaged in the cache is fetched again', async ({ page, server }) => {
  await openGuide(page);
  await untilKept(page, GUIDE, '/app/');
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const { pathname } = new URL(request.url);
        if (!/\.js$|^\/app\/$/.test(pathname)) continue;
        const { headers = {} } = (await cache.match(request)) ?? {};
        await cache.put(request, new Response('<p>dam', { headers }));
      }
    }
  });
  await page.reload();
  await expectState(page, 'ready');
  await page.goto('/app/');
  await expect(page.locator('.authenticator')).toHaveAttribute('data-state', 'unlocked');
  await untilKept(page, '/app/');
  await server.stop();
  await page.reload();
  await expect(page.locator('.authenticator')).toHaveAttribute('data-state', 'unlocked');
});

test('all guides are saved where someone asks for it, and then any page opens offline', async ({
  page,
  server,
}) => {
  await page.goto('/version/');
  const status = page.locator('[data-offline-copy] [role="status"]');
  await expect(status).toHaveText(/kept here/);
  await untilKept(page, '/app/');
  await page.getByTestId('save-everything').click();
  await expect(status).toHaveText(/^All guides/);
  await expect(page.getByTestId('save-everything')).toBeHidden();
  await untilKept(page, '/security/', '/backup-format/');
  const kept = await keptFiles(page);
  expect(kept.some(({ address }) => address.endsWith('.wasm'))).toBe(true);
  await server.stop();
  await page.goto('/backup-format/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/backup/i);
});

test('where there is no room for it the site works as without it', async ({ page, server }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: server.origin,
    quotaSize: 60_000,
  });
  const asked: (string | undefined)[] = [];
  const { answer } = server;
  server.answer = (request, response) => {
    asked.push(request.url);
    answer(request, response);
  };
  await openGuide(page);
  await expect.poll(() => asked.includes('/sw.js')).toBe(true);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return registration === undefined;
      }),
    )
    .toBe(true);
  await page.reload();
  await expectState(page, 'ready');
  await page.getByTestId('capture-key').click();
  await expect(page.getByTestId('key-input')).toBeVisible();
});

test('where the browser asks to save data nothing is fetched beforehand', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } });
  });
  await openGuide(page);
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await page.goto('/version/');
  await expect(page.locator('[data-offline-copy] [role="status"]')).toContainText('save data');
  await expect(page.getByTestId('save-everything')).toBeVisible();
});
