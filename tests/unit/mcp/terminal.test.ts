import { spawn, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { TerminalApprover } from '../../../src/cli/mcp/approval/terminal.ts';
import type { Terminal } from '../../../src/cli/terminal.ts';
import { mcpHome } from './process.ts';
import { entry } from './support.ts';

function fakeTerminal() {
  const input = new PassThrough();
  const shown: string[] = [];
  let closed = 0;
  const terminal = {
    input,
    output: { write: (text: string) => shown.push(text) },
    close: () => (closed += 1),
  } as unknown as Terminal;
  return { input, shown, terminal, closed: () => closed };
}

const question = { entry: 'github', text: 'Allow it?' };
const never = new AbortController().signal;

describe('a question on the terminal', () => {
  it.each([
    ['y\n', 'yes'],
    ['YES\r', 'yes'],
    ['n\n', 'no'],
    ['\n', 'no'],
    ['yet\n', 'no'],
    ['no y\n', 'no'],
  ] as const)('%j is %s', async (typed, expected) => {
    const { input, shown, terminal, closed } = fakeTerminal();
    const answer = new TerminalApprover(() => terminal).ask(question, never);
    for (const key of typed) input.write(key);
    expect(await answer).toBe(expected);
    expect(shown.join('')).toContain('2FAA: Allow it? [y/N] ');
    expect(closed()).toBe(1);
  });

  it('nobody answers where there is no terminal, no line in time, or the call is cancelled', async () => {
    const ask = (approver: TerminalApprover, signal = never) => approver.ask(question, signal);
    expect(await ask(new TerminalApprover(() => undefined))).toBe('nobody');
    const { input, terminal, closed } = fakeTerminal();
    input.write('y');
    expect(await ask(new TerminalApprover(() => terminal, 1))).toBe('nobody');
    const cancelled = AbortSignal.abort();
    expect(await ask(new TerminalApprover(() => fakeTerminal().terminal), cancelled)).toBe(
      'nobody',
    );
    expect(closed()).toBe(1);
  });

  it('is put one after the other', async () => {
    const { input, shown, terminal } = fakeTerminal();
    const approver = new TerminalApprover(() => terminal);
    const both = [approver.ask(question, never), approver.ask(question, never)];
    await vi.waitFor(() => {
      expect(shown).toHaveLength(1);
    });
    input.write('y\n');
    expect(await both[0]).toBe('yes');
    await vi.waitFor(() => {
      expect(shown).toHaveLength(2);
    });
    input.write('n\n');
    expect(await both[1]).toBe('no');
  });
});

const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

describe.skipIf(!hasScript)(
  'with a controlling terminal (script)',
  { timeout: 60_000 },
  async () => {
    const home = await mcpHome([entry('GitHub', 'ann')], {
      entries: { github: { issuer: 'GitHub' } },
    });
    afterAll(home.remove);

    const request = (id: number, method: string, params: object) =>
      JSON.stringify({ jsonrpc: '2.0', id, method, params });
    const info = { capabilities: {}, clientInfo: { name: 'plain', version: '1' } };
    const lines = [
      request(1, 'initialize', { protocolVersion: '2025-11-25', ...info }),
      request(2, 'tools/call', { name: 'get_code', arguments: { entry: 'github' } }),
    ];

    /** The protocol runs through a pipe and a file: the terminal is neither. */
    async function withTerminal(answer: string): Promise<{ shown: string; out: string }> {
      const server = [process.execPath, ...home.args].map((part) => `'${part}'`).join(' ');
      const child = spawn('script', ['-qec', answerScript(server), '/dev/null'], {
        env: { ...process.env, ...home.env, LINES_IN: lines.join('\n'), OUT: home.file('out') },
      });
      let shown = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        shown += text;
        if (text.includes('[y/N]')) child.stdin.write(`${answer}\n`);
      });
      await new Promise((resolve) => child.on('close', resolve));
      return { shown, out: await readFile(home.file('out'), 'utf8') };
    }

    /** Standard input stays open until the answer to the call is in the output. */
    function answerScript(server: string): string {
      return `: > "$OUT"; { printf '%s\\n' "$LINES_IN"; until grep -q '"id":2' "$OUT"; do sleep 0.1; done; } | ${server} >> "$OUT"`;
    }

    it('the person is asked there, and the protocol stays clean', async () => {
      const yes = await withTerminal('y');
      expect(yes.shown).toContain(
        '“plain 1” asks for a code of “GitHub”, “ann” (github). Allow it?',
      );
      expect(yes.out).toMatch(/"structuredContent":\{[^}]*"code":"\d{6}"/);
      for (const line of yes.out.trim().split('\n')) {
        expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
      }
      const no = await withTerminal('n');
      expect(no.out).toContain('The person declined.');
    });
  },
);
