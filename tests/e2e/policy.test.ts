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

test('inline scripts and handlers that get into a page do not run', async ({ page }) => {
  await page.route(`**${GUIDE}`, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const body = text.replace(
      '</main>',
      '<script>window.ran = true</script><img src="/x" onerror="window.ran = true"></main>',
    );
    expect(body).not.toBe(text);
    await route.fulfill({ response, body });
  });
  await openGuide(page);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  await expect.poll(() => violations(page)).toEqual(['script-src-attr', 'script-src-elem']);
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

test('the guide cannot be framed', async ({ page }) => {
  await page.route('**/framing', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${GUIDE}"></iframe>` }),
  );
  await page.goto('/framing');
  const frame = page.frames()[1];
  await expect.poll(() => frame?.url()).toMatch(/^chrome-error:/);
});
