import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { headersFor, parseHeaders } from '../../scripts/headers.ts';
import { nginxServer } from '../../scripts/nginx-server.ts';
import { captureFile, expectCodes, expectState, GUIDE, openGuide } from './support/companion.ts';
import { expect, test } from './support/test.ts';

const built = path.resolve(import.meta.dirname, '../../dist');
const installed = spawnSync('nginx', ['-v']).status === 0;

let folder = '';
let origin = '';
let nginx: ChildProcess | undefined;

test.describe('through nginx with the generated configuration', () => {
  test.skip(!installed, 'nginx is not installed');

  test.beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), '2faa-nginx-'));
    const port = await freePort();
    origin = `http://localhost:${port}`;
    const read = (file: string) => readFile(path.join(built, file), 'utf8');
    const [headers, redirects] = [await read('_headers'), await read('_redirects')];
    const server = nginxServer({ folder: built, port, headers, redirects });
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    );
    const config = path.join(folder, 'nginx.conf');
    await writeFile(
      config,
      `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/pid;
error_log stderr;
events {}
http {
include /etc/nginx/mime.types;
access_log off;
${temporary.join('\n')}
${server}
}
`,
    );
    nginx = spawn('nginx', ['-c', config, '-p', folder, '-e', 'stderr'], { stdio: 'inherit' });
    await expect
      .poll(() =>
        fetch(origin).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200);
  });

  test.afterAll(async () => {
    nginx?.kill('SIGQUIT');
    await rm(folder, { recursive: true, force: true });
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
    test.use({ baseURL: async ({}, use) => use(origin) });

    test('a guide is walked to its end', async ({ page, key }) => {
      await openGuide(page);
      await captureFile(page, key);
      await expectCodes(page, key);
      await page.getByTestId('enroll-accepted').click();
      await expectState(page, 'done');
      await page.goto('/app/');
      await expect(page.getByTestId('vault-entry')).toHaveCount(1);
      await page.goto('/search/?q=lost%20phone');
      await expect(page.getByTestId('search-result').first()).toBeVisible();
    });
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
