import { describe, expect, it } from 'vitest';
import type { ElicitResult } from '@modelcontextprotocol/client';
import { call, connect, entry, ERAS, makeServer } from './support.ts';

const github = entry('GitHub', 'ann');
const settings = { entries: { github: { issuer: 'GitHub', account: 'ann' } } };
const accept: ElicitResult = { action: 'accept', content: {} };

describe.each(ERAS)('approval in the era %j', (era) => {
  it('gives nothing before the person accepted, and asks each time', async () => {
    const server = makeServer({ entries: [github], settings });
    const outcomes: string[][] = [];
    const client = await connect(server, era, () => {
      outcomes.push(server.audit.map(({ outcome }) => outcome));
      return accept;
    });
    expect((await call(client, 'get_code', { entry: 'github' })).given).toBeDefined();
    expect((await call(client, 'get_code', { entry: 'github' })).given).toBeDefined();
    expect(outcomes).toEqual([['asked'], ['asked', 'given', 'asked']]);
    expect(server.audit.at(-1)).toMatchObject({
      client: 'test-client 9',
      tool: 'get_code',
      entry: 'github',
      outcome: 'given',
      approval: 'elicitation',
    });
    expect(server.asked).toEqual([]);
  });

  it('ends at once when the person declines, and does not ask again, whichever tool', async () => {
    const server = makeServer({ entries: [github], settings, onTerminal: () => 'yes' });
    let questions = 0;
    const client = await connect(server, era, () => {
      questions += 1;
      return { action: 'decline' };
    });
    expect((await call(client, 'get_code', { entry: 'github' })).refused).toContain('declined');
    for (const tool of ['get_code', 'get_enrollment_codes']) {
      const { refused } = await call(client, tool, { entry: 'github' });
      expect(refused).toContain('not asked again');
    }
    expect(questions).toBe(1);
    expect(server.audit.map(({ reason }) => reason)).toEqual([
      undefined,
      'declined',
      'declined-before',
      'declined-before',
    ]);
    expect(server.asked).toEqual([]);
  });

  it('ends the call when the question is closed without an answer', async () => {
    const server = makeServer({ entries: [github], settings });
    const client = await connect(server, era, () => ({ action: 'cancel' }));
    expect((await call(client, 'get_code', { entry: 'github' })).refused).toContain('not approve');
    expect(server.audit.map(({ outcome }) => outcome)).toEqual(['asked', 'refused']);
  });

  it('asks on the terminal where the client cannot', async () => {
    for (const [answer, reason] of [
      ['yes', undefined],
      ['no', 'declined'],
      ['nobody', 'nobody-to-ask'],
    ] as const) {
      const server = makeServer({ entries: [github], settings, onTerminal: () => answer });
      const client = await connect(server, era);
      const { given } = await call(client, 'get_code', { entry: 'github' });
      expect(given !== undefined).toBe(answer === 'yes');
      expect(server.audit.at(-1)?.reason).toBe(reason);
      expect(server.asked.map(({ text }) => text)).toEqual([
        '“test-client 9” asks for a code of “GitHub”, “ann” (github). Allow it?',
      ]);
    }
  });

  it('is not passed on from one connection to the next', async () => {
    const server = makeServer({ entries: [github], settings });
    const refusing = await connect(server, era, () => ({ action: 'decline' }));
    await call(refusing, 'get_code', { entry: 'github' });
    const other = await connect(server, era, () => accept);
    expect((await call(other, 'get_code', { entry: 'github' })).refused).toContain('not asked');
  });
});

describe('an answer that a client makes up', () => {
  const answered = (requestState: string, name = 'get_code') => ({
    name,
    arguments: { entry: 'github' },
    inputResponses: { approval: accept },
    requestState,
  });

  /** A server, a client that accepts, and the state of the last question. */
  async function asking(onQuestion?: () => unknown) {
    const server = makeServer({ entries: [github], settings });
    const client = await connect(server, { pin: '2026-07-28' }, async () => {
      await onQuestion?.();
      return accept;
    });
    const state = () => {
      const question = server.transcript.findLast((line) => line.includes('"inputRequests"'));
      return /"requestState":"([^"]+)"/.exec(question ?? '')?.[1] ?? '';
    };
    const send = async (params: ReturnType<typeof answered>) => {
      const result = await client.callTool(params);
      return JSON.stringify(result.content);
    };
    const given = () => server.audit.filter(({ outcome }) => outcome === 'given');
    return { server, client, state, send, given };
  }

  it('counts for nothing without a question', async () => {
    const { send, given } = await asking();
    expect(await send(answered('made-up'))).toContain('not open');
    expect(given()).toEqual([]);
  });

  it('counts once', async () => {
    const { client, state, send, given } = await asking();
    expect((await call(client, 'get_code', { entry: 'github' })).given).toBeDefined();
    expect(state()).toMatch(/^[\da-f-]{36}$/);
    expect(await send(answered(state()))).toContain('not open');
    expect(given()).toHaveLength(1);
  });

  it('counts for no other tool, and is over then', async () => {
    let other = '';
    const setup = await asking(async () => {
      other = await setup.send(answered(setup.state(), 'get_enrollment_codes'));
    });
    const { refused } = await call(setup.client, 'get_code', { entry: 'github' });
    expect(other).toContain('not open');
    expect(refused).toContain('not open');
    expect(setup.given()).toEqual([]);
  });

  it('counts for a while', async () => {
    const setup = await asking(() => {
      setup.server.clock.ms += 300_000;
    });
    const { refused } = await call(setup.client, 'get_code', { entry: 'github' });
    expect(refused).toContain('not open');
  });

  it('without a state is asked about as if it was not there', async () => {
    let questions = 0;
    const { client } = await asking(() => (questions += 1));
    const { requestState, ...unasked } = answered('');
    expect(requestState).toBe('');
    expect((await client.callTool(unasked)).isError).toBeUndefined();
    expect(questions).toBe(1);
  });
});
