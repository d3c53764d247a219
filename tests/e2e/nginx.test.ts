import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { headersFor, parseHeaders } from '../../scripts/headers.ts';
import { entriesOf, expectEntryCodes } from './support/app.ts';
import {
  captureFile,
  chooseIdentity,
  companion,
  expectCodes,
  expectState,
  GUIDE,
  openGuide,
  readCodes,
} from './support/companion.ts';
import { freshKey } from './support/key.ts';
import { hasNginx, startNginx } from './support/nginx.ts';
import { untilKept } from './support/offline.ts';
import { built } from './support/server.ts';
import { expect, test } from './support/test.ts';
import { expectLocked, goToApp, lock, protect, unlock } from './support/vault.ts';

let origin = '';
let stop: (() => Promise<void>) | undefined;

test.describe('through nginx with the generated configuration', () => {
  test.skip(!hasNginx, 'nginx is not installed');

  test.beforeAll(async () => {
    ({ origin, stop } = await startNginx());
  });

  test.afterAll(async () => {
    await stop?.();
  });

  test('every file is sent with exactly the headers of _headers', async ({ request }) => {
    const rules = parseHeaders(await readFile(path.join(built, '_headers'), 'utf8'));
    const { files } = JSON.parse(
      await readFile(path.join(built, 'build-manifest.json'), 'utf8'),
    ) as { files: Record<string, unknown> };
    const addresses = Object.keys(files)
      .filter((file) => !/^\/_(headers|redirects)$/.test(file))
      .map((file) => file.replace(/\/index\.html$/, '/'));
    for (const address of [...addresses, '/nowhere/', '/_astro/nowhere.js']) {
      const response = await request.get(origin + address);
      const missing = address.includes('nowhere');
      expect(response.status(), address).toBe(missing ? 404 : 200);
      const sent = response.headersArray();
      const wanted = missing ? headersFor(rules, '/') : headersFor(rules, address);
      for (const [name, value] of Object.entries(wanted)) {
        const values = sent.filter((each) => each.name.toLowerCase() === name.toLowerCase());
        expect(
          values.map((each) => each.value),
          `${address} ${name}`,
        ).toEqual([value]);
      }
      if (missing) expect(response.headers()['cache-control'] ?? '').not.toContain('immutable');
    }
    for (const hidden of ['/_headers', '/_redirects'])
      expect((await request.get(origin + hidden)).status()).toBe(404);
  });

  test('addresses without the slash and old ones lead on, with their query', async ({
    request,
  }) => {
    for (const [from, to] of [
      ['/app', '/app/'],
      ['/aws?a=b', `${GUIDE}?a=b`],
    ] as const) {
      const response = await request.get(origin + from, { maxRedirects: 0 });
      expect(response.status()).toBe(301);
      expect(response.headers().location).toBe(to);
    }
  });

  test.describe(() => {
    test.use({
      baseURL: async ({}, use) => use(origin),
      serviceWorkers: 'allow',
      // The page that is missing, and that there is no network at the end.
      provoked: /status of 404|net::ERR_INTERNET_DISCONNECTED/,
    });

    test('the whole job is done, from reading the guide to reading codes offline', async ({
      context,
      page,
    }) => {
      test.setTimeout(120_000);
      const [root, alice, offline] = [freshKey(), freshKey(), freshKey()];

      await test.step('the guide is there to be read', async () => {
        await openGuide(page);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(/AWS/);
        expect(await page.locator('[id^="step-"]').count()).toBeGreaterThanOrEqual(5);
        expect(await page.locator('[id^="faq-"]').count()).toBeGreaterThan(5);
      });

      await test.step('the root user is enrolled with a pinned pair', async () => {
        await chooseIdentity(page);
        await captureFile(page, root);
        await expectCodes(page, root);
        await expectState(page, 'enrolling');
        const { now, shown } = await readCodes(page);
        expect([shown['pair-code-1'], shown['pair-code-2']]).toEqual(
          shown.phase === 'code-1'
            ? [root.codeAt(now), root.codeAt(now, 1)]
            : [root.codeAt(now, -1), root.codeAt(now)],
        );
        await page.getByTestId('enroll-accepted').click();
        await expectState(page, 'done');
      });

      await test.step('and so is the next identity', async () => {
        await page.getByTestId('identity-next').click();
        await expectState(page, 'ready');
        await chooseIdentity(page, 'alice');
        await captureFile(page, alice);
        await page.reload();
        await expectCodes(page, alice);
        await page.getByTestId('enroll-accepted').click();
        await expectState(page, 'done');
        await expect(companion(page)).toContainText(root.account);
      });

      await test.step('the authenticator has both, and locks', async () => {
        await goToApp(page);
        for (const key of [root, alice]) {
          await expect(entriesOf(page, key)).toHaveAttribute('data-status', 'active');
          await expectEntryCodes(entriesOf(page, key), key);
        }
        await protect(page);
        await lock(page);
        await page.reload();
        await expectLocked(page);
        await unlock(page);
        await expectEntryCodes(entriesOf(page, alice), alice);
      });

      await test.step('search answers, and an unknown address says so', async () => {
        await page.goto('/search/?q=aws%20two%20codes');
        await expect(page.getByTestId('search-result').first()).toHaveAttribute(
          'href',
          /#faq-two-codes$/,
        );
        expect((await page.goto('/nowhere/'))?.status()).toBe(404);
        await expect(page.getByRole('link', { name: 'All guides' }).first()).toBeVisible();
      });

      await test.step('without a network it goes on', async () => {
        await untilKept(page, GUIDE, '/app/');
        await context.setOffline(true);
        await goToApp(page);
        await unlock(page);
        await expectEntryCodes(entriesOf(page, root), root);
        await openGuide(page);
        await expectState(page, 'locked');
        await unlock(page);
        await expectState(page, 'done');
        await page.getByTestId('identity-next').click();
        await captureFile(page, offline);
        await expectCodes(page, offline);
      });
    });
  });
});
