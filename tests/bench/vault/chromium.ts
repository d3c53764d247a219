import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { browserPath } from '../../../scripts/browser.ts';
import type { Times } from './measure.ts';

/** The same measurements in a browser whose profile, and so its IndexedDB, is on disk. */
export async function measureInChromium(): Promise<Times> {
  const script = await bundle(path.join(import.meta.dirname, 'page.ts'));
  const server = createServer((request, response) => {
    if (request.url === '/page.js')
      response.setHeader('Content-Type', 'text/javascript').end(script);
    else
      response
        .setHeader('Content-Type', 'text/html')
        .end('<!doctype html><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const profile = await mkdtemp(path.join(tmpdir(), '2faa-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...browserPath(),
    args: ['--no-sandbox'],
  });
  try {
    const page = await context.newPage();
    await page.goto(`http://localhost:${port}/`);
    return await page.evaluate(() => globalThis.measureVault());
  } finally {
    await context.close();
    server.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function bundle(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: { input: file, output: { codeSplitting: false } },
    },
  });
  const [result] = [built].flat();
  const chunk = result && 'output' in result ? result.output[0] : undefined;
  if (chunk === undefined) throw new Error('The bundler gave nothing.');
  return chunk.code;
}
