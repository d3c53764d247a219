import { execFile } from 'node:child_process';
import { appendFile, rm, unlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { copyOfSite, ownServer } from './support/server.ts';

const root = path.resolve(import.meta.dirname, '../..');

interface Outcome {
  readonly status: number;
  readonly said: string;
}

/** Runs `npm run verify -- URL`, without npm. */
function verify(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/verify.ts', ...args], { cwd: root }, (error, out, err) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, said: out + err });
    });
  });
}

test('a host that serves this build is told to be right', async () => {
  const server = await ownServer();
  const { status, said } = await verify(server.origin);
  await server.stop();
  expect(said).toMatch(/^(\d+) of \1 files are those of this build, [\da-f]{64}\.\n$/);
  expect(status).toBe(0);
});

test('a file that was changed, one that is gone and a header that is weaker are found', async () => {
  const folder = await copyOfSite();
  await appendFile(path.join(folder, 'app/index.html'), '<!-- -->');
  await unlink(path.join(folder, 'favicon.svg'));
  const server = await ownServer(folder);
  const { answer } = server;
  server.answer = (request, response) => {
    const set = response.setHeader.bind(response);
    response.setHeader = (name, value) =>
      name === 'Cross-Origin-Opener-Policy' ? response : set(name, value);
    answer(request, response);
  };
  const { status, said } = await verify(server.origin);
  await server.stop();
  await rm(folder, { recursive: true });
  expect(status).toBe(1);
  expect(said).toMatch(/^\/app\/ differs: /m);
  expect(said).toMatch(/^\/favicon\.svg is not served$/m);
  expect(said).toMatch(/^The header Cross-Origin-Opener-Policy is not the one of _headers: /m);
  expect(said.match(/ differs: /g)).toHaveLength(1);
});

test('an address that is none, and a host that does not answer, are told', async () => {
  const nonsense = await verify('nonsense');
  expect(nonsense.status).toBe(2);
  expect(nonsense.said).toContain('Usage: npm run verify');
  const server = await ownServer();
  await server.stop();
  const { status, said } = await verify(server.origin);
  expect(status).toBe(1);
  expect(said).toContain(server.origin);
});
