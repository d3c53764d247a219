import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GUIDE } from './support/companion.ts';
import { expect, test } from './support/test.ts';

/** An address of each kind of file that is served. */
function addresses(html: string): string[] {
  const asset = (pattern: RegExp): string => pattern.exec(html)?.[0] ?? 'missing';
  return [
    '/',
    '/guides/',
    GUIDE,
    '/guides/aws-mfa.md',
    '/app/',
    '/privacy/',
    '/robots.txt',
    '/favicon.svg',
    '/nowhere/',
    asset(/\/_astro\/[\w.-]+\.js/),
    asset(/\/_astro\/[\w.-]+\.css/),
  ];
}

test('every file is sent with the security headers', async ({ request }) => {
  const html = await (await request.get(GUIDE)).text();
  for (const address of addresses(html)) {
    const response = await request.get(address);
    expect(response.status(), address).toBe(address === '/nowhere/' ? 404 : 200);
    const headers = response.headers();
    expect(headers, address).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['strict-transport-security'], address).toMatch(/max-age=\d{7,}/);
    const policy = headers['content-security-policy'];
    for (const directive of [
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
      expect(policy, address).toContain(directive);
    expect(policy, address).not.toMatch(/unsafe-|\*|https?:/);
    expect(headers['permissions-policy'], address).toMatch(/camera=\(self\).*microphone=\(\)/);
  }
});

test('the policy in each page allows nothing unsafe and nothing from elsewhere', async ({
  request,
}) => {
  for (const address of ['/', '/guides/', GUIDE, '/app/', '/privacy/', '/nowhere/']) {
    const html = await (await request.get(address)).text();
    const policy = /http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1] ?? '';
    expect(policy, address).toContain("default-src 'none'");
    expect(policy, address).toMatch(/script-src [^;]*'sha256-/);
    expect(policy, address).toContain("require-trusted-types-for 'script'");
    expect(policy, address).not.toMatch(/unsafe-|\*|https?:|strict-dynamic/);
    expect(html, address).not.toMatch(/ style="/);
    expect(html, address).not.toMatch(/ on[a-z]+="/);
    expect(html, address).not.toMatch(
      /<(?:script|img|link[^>]*stylesheet)[^>]*(?:src|href)="https?:/,
    );
  }
});

test('files whose names carry their hash are kept for good, pages are asked for again', async ({
  request,
}) => {
  const page = await request.get(GUIDE);
  const script = /\/_astro\/[\w.-]+\.js/.exec(await page.text())?.[0] ?? 'missing';
  expect((await request.get(script)).headers()['cache-control']).toMatch(/immutable/);
  expect(page.headers()['cache-control'] ?? '').not.toMatch(/immutable|max-age=[1-9]/);
});

test('an unknown address gives the page that says so, with status 404', async ({ request }) => {
  const response = await request.get('/no/such/page');
  expect(response.status()).toBe(404);
  expect(response.headers()['content-type']).toMatch(/^text\/html/);
  expect(await response.text()).toContain('<h1');
});

test('the guide is served as Markdown, too', async ({ request }) => {
  const html = await (await request.get(GUIDE)).text();
  const twin = /<link[^>]*text\/markdown[^>]*href="([^"]+)"/.exec(html)?.[1] ?? 'missing';
  expect(twin).toBe('/guides/aws-mfa.md');
  const response = await request.get(twin);
  expect(response.headers()['content-type']).toMatch(/^text\/markdown; ?charset=utf-8/i);
  const text = await response.text();
  const [title] = /(?<=<h1[^>]*>)[^<]+/.exec(html) ?? [''];
  expect(text).toContain(`# ${title.trim()}`);
  const steps = [...html.matchAll(/class="step-number"[^]*?<\/span>\s*([^<]+?)\s*</g)];
  expect(steps.length).toBeGreaterThanOrEqual(5);
  for (const [, step = 'missing'] of steps) expect(text).toContain(`. ${step}\n`);
});

test('nothing above the site’s folder is served', async ({ request, baseURL }) => {
  const { name } = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'),
  ) as { name: string };
  for (const address of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json']) {
    const response = await request.get(`${baseURL ?? ''}${address}`);
    expect(response.status(), address).toBe(404);
    expect(await response.text(), address).not.toContain(`"name": "${name}"`);
  }
});
