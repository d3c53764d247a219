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
  const answered = (requestState: string) => ({
    name: 'get_code',
    arguments: { entry: 'github' },
    inputResponses: { approval: accept },
    requestState,
  });

  it('counts for nothing without a question, twice, or for another tool', async () => {
    const server = makeServer({ entries: [github], settings });
    let state = '';
    const client = await connect(server, { pin: '2026-07-28' }, () => {
      state = /"requestState":"([^"]+)"/.exec(server.transcript.join())?.[1] ?? '';
      return accept;
    });
    const raw = async (params: object) =>
      JSON.stringify(await client.callTool(params as never).catch(String));
    expect(await raw(answered('made-up'))).toContain('not open');
    expect((await call(client, 'get_code', { entry: 'github' })).given).toBeDefined();
    expect(state).not.toBe('');
    expect(await raw(answered(state))).toContain('not open');
    const given = server.audit.filter(({ outcome }) => outcome === 'given');
    expect(given).toHaveLength(1);
  });

  it('without a state is asked about as if it was not there', async () => {
    const server = makeServer({ entries: [github], settings });
    let questions = 0;
    const client = await connect(server, { pin: '2026-07-28' }, () => {
      questions += 1;
      return { action: 'decline' };
    });
    const { requestState, ...unasked } = answered('');
    expect(requestState).toBe('');
    const result = await client.callTool(unasked);
    expect(result.isError).toBe(true);
    expect(questions).toBe(1);
  });
});
