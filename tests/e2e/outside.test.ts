import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright/test';
import { GUIDE } from './support/companion.ts';
import { built } from './support/server.ts';
import { expect, test } from './support/test.ts';

/*
 * What pages of other origins can do to ours: nothing. Each test also takes the protection
 * away and sees that what it tries would then have worked.
 */

const ours = [GUIDE, '/app/', '/search/'];

test.use({
  provoked: /request to http:..127\.0\.0\.1|in a frame because|frame-ancestors|X-Frame-Options/,
});

/** The same server under another name is another origin. */
const elsewhere = (origin: string): string => `${origin.replace('localhost', '127.0.0.1')}/theirs`;

/** Opens a page of another origin, with this in it. */
async function openTheirs(page: Page, origin: string, body = ''): Promise<void> {
  await page.route(elsewhere(origin), (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html>${body}` }),
  );
  await page.goto(elsewhere(origin));
}

/** From here on our pages are sent without these headers. */
async function sendWithout(context: BrowserContext, ...names: readonly string[]): Promise<void> {
  await context.unrouteAll();
  await context.route(
    ({ hostname, pathname }) => hostname === 'localhost' && ours.includes(pathname),
    async (route) => {
      const response = await route.fetch();
      const headers = Object.entries(response.headers()).filter(([name]) => !names.includes(name));
      await route.fulfill({ response, headers: Object.fromEntries(headers) });
    },
  );
}

test('no page can be framed', async ({ context, page, baseURL }) => {
  const origin = baseURL ?? '';
  const frames = ours.map((address) => `<iframe src="${origin}${address}"></iframe>`).join('');
  const [policy, options] = ['content-security-policy', 'x-frame-options'];
  // Each of the two headers is enough.
  for (const without of [[], [policy], [options]]) {
    await sendWithout(context, ...without);
    await openTheirs(page, origin, frames);
    for (const index of ours.keys())
      await expect.poll(() => page.frames()[index + 1]?.url()).toMatch(/^chrome-error:/);
  }
  await sendWithout(context, policy, options);
  await openTheirs(page, origin, frames);
  await expect
    .poll(() => page.frames().map((frame) => frame.url()))
    .toEqual([elsewhere(origin), ...ours.map((address) => origin + address)]);
});

/** What a window hears, and whether anything of ours listens to it. */
interface Ears {
  heard: unknown[];
  listening: number;
}

test('who opens a page has no hold of it, and none listens to other windows', async ({
  context,
  page,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  await context.addInitScript(() => {
    const ears: Ears = { heard: [], listening: 0 };
    Object.assign(window, { ears });
    addEventListener('message', ({ data }) => ears.heard.push(data));
    const { prototype } = EventTarget;
    const add = Reflect.get(prototype, 'addEventListener') as (...of: unknown[]) => void;
    prototype.addEventListener = function (this: EventTarget | undefined, ...of: unknown[]) {
      if (of[0] === 'message' && (this ?? window) === window) ears.listening += 1;
      add.apply(this ?? window, of);
    };
  });
  await openTheirs(page, origin);
  for (const address of ours) {
    for (const opener of ['cut off', 'kept'] as const) {
      await sendWithout(context, ...(opener === 'kept' ? ['cross-origin-opener-policy'] : []));
      const [opened] = await Promise.all([
        context.waitForEvent('page'),
        page.evaluate((url) => {
          Object.assign(window, { opened: window.open(url) });
        }, origin + address),
      ]);
      await opened.waitForLoadState(opener === 'kept' ? 'networkidle' : 'load');
      const before = await opened.locator('main').innerHTML();
      const handle = await page.evaluate(async () => {
        const { opened } = window as unknown as { opened: Window };
        for (const message of ['lock', { ask: 'everything' }, { type: 'lock' }, 17])
          opened.postMessage(message, '*');
        await new Promise((done) => setTimeout(done));
        return opened.closed ? 'none' : 'usable';
      });
      const outcome = () =>
        opened.evaluate(() => ({
          ...(window as unknown as { ears: Ears }).ears,
          opener: window.opener === null ? 'none' : 'usable',
          handler: window.onmessage,
        }));
      expect(handle, address).toBe(opener === 'kept' ? 'usable' : 'none');
      await expect.poll(outcome, address).toEqual({
        heard: opener === 'kept' ? ['lock', { ask: 'everything' }, { type: 'lock' }, 17] : [],
        listening: 0,
        opener: handle,
        handler: null,
      });
      // Where nothing was heard, the page may still be starting.
      if (opener === 'kept') expect(await opened.locator('main').innerHTML()).toBe(before);
      await opened.close();
    }
  }
});

test('no script of a page listens to its window for messages', async () => {
  const listens =
    /(?:^|[^.\w$]|\b(?:window|self|globalThis|top|parent|opener)\.)(?:onmessage\s*=(?!=)|addEventListener\([`'"]message[`'"])/;
  const files = (await readdir(built, { recursive: true })).filter((file) => file.endsWith('.js'));
  const listening: string[] = [];
  for (const file of files)
    if (listens.test(await readFile(path.join(built, file), 'utf8'))) listening.push(file);
  // Workers hear the page that started them and nobody else.
  expect(listening.sort()).toEqual([
    expect.stringMatching(/^_astro\/kdf\/kdf\.worker-/),
    expect.stringMatching(/^_astro\/workers\/scan\.worker-/),
    expect.stringMatching(/^_astro\/workers\/search\.worker-/),
  ]);
});
