import type { Page } from 'playwright/test';
import { GUIDE, openGuide } from './support/companion.ts';
import { expect, test } from './support/test.ts';

// What these tests try is stopped, and the browser says so in the console. A request that the
// policy stops is told to the test all the same.
test.use({
  provoked:
    /violates the|Policy violation:|requires 'Trusted|Failed to load resource|request to https:..example.com/,
});

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    addEventListener('securitypolicyviolation', (event) => {
      seen.push(event.effectiveDirective);
    });
  });
});

/** The directives that were violated so far; the header and the page's own policy may both report. */
async function violations(page: Page): Promise<string[]> {
  const seen = await page.evaluate(() => (window as { seen?: string[] }).seen ?? []);
  return [...new Set(seen)].sort();
}

for (const address of [GUIDE, '/app/', '/', '/privacy/', '/nowhere/']) {
  test(`on ${address} neither workers nor markup nor code come from strings`, async ({ page }) => {
    await page.goto(address);
    const outcome = await page.evaluate(() => {
      const attempt = (run: () => unknown): string => {
        try {
          run();
          return 'done';
        } catch (error) {
          return error instanceof Error ? error.name : 'failed';
        }
      };
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy: (name: string, rules: object) => object };
      };
      return {
        worker: attempt(() => new Worker('/x.js')),
        markup: attempt(() => {
          document.body.innerHTML = '<p>replaced</p>';
        }),
        code: attempt(() => {
          document.createElement('script').textContent = 'window.ran = true';
        }),
        policy: attempt(() => trustedTypes.createPolicy('another', {})),
      };
    });
    expect(outcome).toEqual({
      worker: 'TypeError',
      markup: 'TypeError',
      code: 'TypeError',
      policy: 'TypeError',
    });
    await expect
      .poll(() => violations(page))
      .toEqual(['require-trusted-types-for', 'trusted-types']);
  });
}

/** What may get into the text of a page, in its head and in its body. */
const injected = {
  head: `<base href="https://example.com/">
    <script>(window.ran ??= []).push('in the head')</script>
    <style>h1 { color: rgb(1, 2, 3) }</style>`,
  body: `<script>(window.ran ??= []).push('in the body')</script>
    <img src="/nowhere.png" onerror="(window.ran ??= []).push('handler')">
    <script src="https://example.com/x.js"></script>
    <p id="styled" style="color: rgb(1, 2, 3)">Styled</p>`,
};

/** Serves a page with that in it; gives what came of it. */
async function attack(page: Page, address: string, policy: 'kept' | 'taken away') {
  await page.context().route('https://example.com/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({
          contentType: 'text/javascript',
          body: "(window.ran ??= []).push('sent')",
        })
      : route.fulfill({ status: 404 }),
  );
  await page.route(`**${address}`, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    let text = await response.text();
    if (policy === 'taken away') {
      delete headers['content-security-policy'];
      text = text.replace(/<meta http-equiv="content-security-policy"[^>]*>/, '');
    }
    const body = text
      .replace('</title>', `</title>${injected.head}`)
      .replace('</main>', `${injected.body}</main>`);
    await route.fulfill({ response, headers, body });
  });
  await page.goto(address);
  return page.evaluate(() => ({
    ran: [...new Set((window as { ran?: string[] }).ran)].sort(),
    base: document.baseURI === location.href ? 'ours' : document.baseURI,
    styled: ['h1', '#styled']
      .map((selector) => document.querySelector(selector))
      .filter((element) => element && getComputedStyle(element).color === 'rgb(1, 2, 3)').length,
  }));
}

for (const address of [GUIDE, '/app/', '/search/']) {
  test(`what gets into the text of ${address} neither runs nor moves nor styles it`, async ({
    page,
  }) => {
    expect(await attack(page, address, 'kept')).toEqual({ ran: [], base: 'ours', styled: 0 });
    await expect
      .poll(() => violations(page))
      .toEqual([
        'base-uri',
        'script-src-attr',
        'script-src-elem',
        'style-src-attr',
        'style-src-elem',
      ]);
  });
}

test('without the policy all of that would have worked', async ({ page }) => {
  expect(await attack(page, GUIDE, 'taken away')).toEqual({
    ran: ['handler', 'in the body', 'in the head', 'sent'],
    base: 'https://example.com/',
    styled: 2,
  });
});

test('nothing can be sent to another origin', async ({ page }) => {
  await openGuide(page);
  const outcome = await page.evaluate(async () => {
    const loads = (element: HTMLImageElement | HTMLLinkElement): Promise<unknown> =>
      new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        document.head.append(element);
      });
    const picture = document.createElement('img');
    picture.src = 'https://example.com/x.png';
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = 'https://example.com/x.css';
    const tried = await Promise.allSettled([
      fetch('https://example.com/'),
      loads(picture),
      loads(sheet),
    ]);
    return tried.map(({ status }) => status);
  });
  expect(outcome).toEqual(['rejected', 'rejected', 'rejected']);
  await expect.poll(() => violations(page)).toEqual(['connect-src', 'img-src', 'style-src-elem']);
});
