import type { ElicitResult, JSONRPCMessage, Transport } from '@modelcontextprotocol/client';
import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Answer, Question } from '../../../src/cli/mcp/approval/approver.ts';
import type { AuditEvent } from '../../../src/cli/mcp/audit/log.ts';
import { Permission } from '../../../src/cli/mcp/permission.ts';
import { createServer } from '../../../src/cli/mcp/server.ts';
import { parseSettings } from '../../../src/cli/mcp/settings.ts';
import type { AwsSessions } from '../../../src/cli/mcp/tools/parts.ts';
import { VaultSession } from '../../../src/cli/mcp/vault-session.ts';
import type { Entry } from '../../../src/lib/vault/entry.ts';

/** The protocol's revision without a handshake, and the last one with it. */
export const ERAS = ['legacy', { pin: '2026-07-28' }] as const;

export type Era = (typeof ERAS)[number];

/** Base32 of the bytes of `SECRET`, as it must never show up. */
export const SECRET = new TextEncoder().encode('never-to-be-seen-2faa');

let count = 0;

export function entry(issuer: string, account: string, more: Partial<Entry['otp']> = {}): Entry {
  count += 1;
  const usual = { type: 'totp', algorithm: 'SHA1', digits: 6, period: 30 };
  const otp = { ...usual, issuer, account, secret: SECRET.slice(), ...more } as Entry['otp'];
  return { id: `entry-${count}`, otp, status: 'active', createdAt: 1, updatedAt: 1 };
}

/** A clock that stands still unless somebody sleeps. */
export function stoppedClock(seconds = 1_700_000_010) {
  const clock = {
    ms: seconds * 1000,
    now: () => clock.ms,
    steady: () => clock.ms,
    sleep: (milliseconds: number) => {
      clock.ms += milliseconds;
      return Promise.resolve();
    },
  };
  return clock;
}

export interface Setup {
  readonly entries: readonly Entry[];
  readonly settings: unknown;
  readonly onTerminal?: (question: Question) => Answer;
  readonly clock?: ReturnType<typeof stoppedClock>;
  readonly unlock?: () => Promise<void>;
  readonly aws?: AwsSessions;
}

/** The server with a vault in memory. */
export function makeServer({ entries, settings, onTerminal, unlock, aws, ...more }: Setup) {
  const clock = more.clock ?? stoppedClock();
  const audit: AuditEvent[] = [];
  const asked: Question[] = [];
  const taken = new Map<string, number>();
  const parsed = parseSettings(JSON.stringify(settings), 'mcp.json');
  const open = async () => {
    await unlock?.();
    const copy = ({ otp, ...rest }: Entry) => ({
      ...rest,
      otp: { ...otp, secret: otp.secret.slice() },
    });
    return { read: () => Promise.resolve(entries.map(copy)) };
  };
  const vault = new VaultSession(open, parsed.lock_after_minutes, clock);
  const shared = {
    settings: parsed,
    vault,
    clock,
    audit: {
      write: (event: AuditEvent) => {
        audit.push(event);
        return Promise.resolve();
      },
    },
    approver: {
      ask: (question: Question) => {
        asked.push(question);
        return Promise.resolve(onTerminal?.(question) ?? 'nobody');
      },
    },
  };
  const steps = {
    claim: (key: string, last: number, _current: number, first: number) => {
      const free = (taken.get(key) ?? -1) < first;
      if (free) taken.set(key, last);
      return Promise.resolve(free);
    },
  };
  const noAws: AwsSessions = { renew: () => Promise.reject(new Error('not in this test')) };
  const parts = { ...shared, permission: new Permission(shared), steps, aws: aws ?? noAws };
  return { parts, audit, asked, clock, vault, transcript: [] as string[] };
}

type Server = ReturnType<typeof makeServer>;

/** Connects the SDK's own client, with everything that goes over the wire written down. */
export async function connect(
  { parts, transcript }: Server,
  era: Era,
  onElicit?: (message: string) => ElicitResult | Promise<ElicitResult>,
): Promise<Client> {
  const [near, far] = InMemoryTransport.createLinkedPair();
  note(near, transcript);
  serveStdio(() => createServer(parts, '1.2.3'), { transport: far });
  const capabilities = onElicit === undefined ? {} : { elicitation: {} };
  const client = new Client(
    { name: 'test-client', version: '9' },
    { capabilities, versionNegotiation: { mode: era } },
  );
  if (onElicit !== undefined) {
    client.setRequestHandler('elicitation/create', ({ params }) => onElicit(params.message));
  }
  await client.connect(near);
  return client;
}

function note(transport: Transport, transcript: string[]): void {
  const send = transport.send.bind(transport);
  transport.send = (message: JSONRPCMessage, options) => {
    transcript.push(JSON.stringify(message));
    return send(message, options);
  };
  let handler: Transport['onmessage'];
  Object.defineProperty(transport, 'onmessage', {
    get: () => handler,
    set: (next: Transport['onmessage']) => {
      handler =
        next &&
        ((message, extra) => {
          transcript.push(JSON.stringify(message));
          next(message, extra);
        });
    },
  });
}

/** The structured answer of a tool, or the text of its refusal. */
export async function call(
  client: Client,
  name: string,
  input: Record<string, unknown> = {},
): Promise<{ given?: Record<string, unknown>; refused?: string }> {
  const { isError, content, structuredContent } = await client.callTool({
    name,
    arguments: input,
  });
  const [first] = content;
  if (isError) return { refused: first?.type === 'text' ? first.text : '' };
  return { given: structuredContent as Record<string, unknown> };
}
