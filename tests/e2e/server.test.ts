import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import { expect, test } from 'playwright/test';

const root = path.resolve(import.meta.dirname, '../..');

/** Sends a request line as it stands; gives the status line of the answer. */
async function requestLine(port: number, target: string): Promise<string> {
  const socket = connect(port, 'localhost');
  socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('latin1').split('\r\n', 1)[0] ?? '';
}

test('odd addresses are answered and do not end the server', async ({}, { workerIndex }) => {
  const port = 4400 + workerIndex;
  const server = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port) },
  });
  try {
    await once(server.stdout, 'data');
    for (const target of ['//', '//[', '/%', '/%E0%A4%A', '/\\', 'http://[/', '/..%2fpackage.json'])
      expect(await requestLine(port, target), target).toMatch(/^HTTP\/1\.1 (?:404|400|200) /);
    expect(await requestLine(port, '/')).toBe('HTTP/1.1 200 OK');
  } finally {
    server.kill();
  }
});
