import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { overHttp } from './over-http.ts';
import { mcpHome } from './process.ts';
import { entry } from './support.ts';

/*
 * The protocol's own programs as clients. They bring a hundred packages and more each, and
 * are no dependencies: these tests run where their commands are named, and are skipped by
 * name elsewhere.
 *
 *   MCP_INSPECTOR    mcp-inspector of @modelcontextprotocol/inspector (tried: 2.12.0)
 *   MCP_CONFORMANCE  conformance of @modelcontextprotocol/conformance (tried: 0.1.16)
 */
const { MCP_INSPECTOR: inspector = '', MCP_CONFORMANCE: conformance = '' } = process.env;

const settings = {
  entries: {
    github: { issuer: 'GitHub', approval: 'always' },
    asked: { issuer: 'Asked' },
  },
};
const home = await mcpHome([entry('GitHub', 'ann'), entry('Asked', 'ann', asked())], settings);
afterAll(home.remove);

function asked(): object {
  return { secret: new Uint8Array(20).fill(1) };
}

function run(command: string, args: readonly string[]) {
  return new Promise<{ status: number | null; out: string }>((resolve, reject) => {
    const env = { ...home.env, PATH: `${path.dirname(process.execPath)}:${home.env.PATH}` };
    const child = spawn(command, args, { env, detached: true, cwd: home.folder });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, out });
    });
  });
}

describe.skipIf(!existsSync(inspector))('the MCP Inspector ($MCP_INSPECTOR)', () => {
  const inspect = (...args: string[]) =>
    run(inspector, ['--cli', process.execPath, ...home.args, ...args]);
  const call = (tool: string, ...args: string[]) =>
    inspect('--method', 'tools/call', '--tool-name', tool, ...args);

  it('lists the tools and calls them', { timeout: 60_000 }, async () => {
    const { status, out } = await inspect('--method', 'tools/list');
    const { tools } = JSON.parse(out) as { tools: { name: string }[] };
    expect(status).toBe(0);
    expect(tools).toHaveLength(4);
    const given = await call('get_code', '--tool-arg', 'entry=github');
    expect(given.status).toBe(0);
    expect(JSON.parse(given.out)).toMatchObject({
      structuredContent: { entry: 'github', code: expect.stringMatching(/^\d{6}$/) as unknown },
    });
  });

  it('is told what it may not have', { timeout: 60_000 }, async () => {
    // It neither declares elicitation nor has a terminal here.
    const refused = await call('get_code', '--tool-arg', 'entry=asked');
    expect(refused.status).toBe(5);
    expect(refused.out).toContain('nobody answered on a terminal');
    const wrong = await call('get_code', '--tool-arg', 'entry=github', 'secret=x');
    expect(wrong.status).toBe(5);
    expect(wrong.out).toContain('Unrecognized key');
  });
});

describe.skipIf(!existsSync(conformance))('the conformance tests ($MCP_CONFORMANCE)', () => {
  // The others need tools, resources or prompts that a server is made with for them, or
  // are about HTTP.
  const scenarios = ['server-initialize', 'ping', 'tools-list'];

  it.each(scenarios)('%s', { timeout: 60_000 }, async (scenario) => {
    const server = await overHttp(home.args, home.env);
    try {
      const { status, out } = await run(conformance, [
        ...['server', '--url', server.url, '--scenario', scenario],
      ]);
      expect(out).toMatch(/Passed: (\d+)\/\1, 0 failed, 0 warnings/);
      expect(status).toBe(0);
    } finally {
      server.close();
    }
  });
});
