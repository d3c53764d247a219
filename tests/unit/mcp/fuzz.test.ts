import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { mcpHome } from './process.ts';
import { entry } from './support.ts';

const home = await mcpHome([entry('GitHub', 'ann')], {
  entries: { github: { issuer: 'GitHub', approval: 'ask' } },
});
afterAll(home.remove);

const MESSAGES = 10_000;
const SEEDS = { legacy: 1, modern: 2 };

const initialize = {
  protocolVersion: '2025-11-25',
  capabilities: {},
  clientInfo: { name: 'fuzz', version: '1' },
};
const open = {
  legacy: {},
  modern: {
    _meta: {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientInfo': { name: 'fuzz', version: '1' },
      'io.modelcontextprotocol/clientCapabilities': {},
    },
  },
};
function mostly<T>(usual: fc.Arbitrary<T>) {
  return fc.oneof({ weight: 19, arbitrary: usual }, { weight: 1, arbitrary: fc.jsonValue() });
}

const methods = [
  ...['initialize', 'tools/list', 'tools/call', 'server/discover', 'ping', 'resources/list'],
  ...['subscriptions/listen', 'notifications/cancelled', 'notifications/initialized'],
  ...['completion/complete', 'logging/setLevel', '__proto__', ''],
];
const meta = fc.record(
  {
    'io.modelcontextprotocol/protocolVersion': fc.constantFrom('2026-07-28', '1999', 1, null),
    'io.modelcontextprotocol/clientInfo': fc.oneof(
      fc.constant({ name: 'fuzz', version: '1' }),
      fc.jsonValue(),
    ),
    'io.modelcontextprotocol/clientCapabilities': fc.oneof(
      fc.constant({ elicitation: {} }),
      fc.jsonValue(),
    ),
  },
  { requiredKeys: [] },
);
const params = fc.record(
  {
    name: fc.oneof(fc.constantFrom('get_code', 'list_accounts', 'aws_session'), fc.jsonValue()),
    arguments: fc.oneof(
      fc.record({ entry: fc.oneof(fc.constant('github'), fc.jsonValue()) }),
      fc.jsonValue(),
    ),
    requestState: fc.jsonValue(),
    inputResponses: fc.oneof(
      fc.constant({ approval: { action: 'accept', content: {} } }),
      fc.jsonValue(),
    ),
    requestId: fc.jsonValue(),
    protocolVersion: fc.jsonValue(),
    capabilities: fc.jsonValue(),
    _meta: meta,
  },
  { requiredKeys: [] },
);
/** Calls that are nearly right. */
const toolCall = fc.record(
  {
    name: mostly(fc.constantFrom('get_code', 'get_enrollment_codes', 'list_accounts')),
    arguments: mostly(fc.record({ entry: mostly(fc.constant('github')) })),
    requestState: fc.string(),
    inputResponses: fc.constant({ approval: { action: 'accept', content: {} } }),
    _meta: mostly(fc.constant(open.modern._meta)),
  },
  { requiredKeys: ['name', 'arguments'] },
);
const message = fc.record(
  {
    jsonrpc: mostly(fc.constant('2.0')),
    id: mostly(fc.oneof(fc.nat(), fc.string())),
    method: mostly(fc.constantFrom(...methods)),
    params: mostly(fc.oneof(params, toolCall)),
  },
  { requiredKeys: ['jsonrpc', 'id', 'method', 'params'] },
);
const response = fc.record({
  jsonrpc: fc.constant('2.0'),
  id: fc.oneof(fc.nat(9), fc.jsonValue()),
  result: fc.jsonValue(),
});
const line = fc.oneof(
  { weight: 6, arbitrary: message.map((each) => JSON.stringify(each)) },
  { weight: 1, arbitrary: response.map((each) => JSON.stringify(each)) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: message.map((each) => JSON.stringify(each).slice(0, -3)) },
  { weight: 1, arbitrary: fc.constantFrom('[]', '{}', 'null', '['.repeat(500), '"'.repeat(99)) },
);

const request = (id: string, method: string, of: object) =>
  JSON.stringify({ jsonrpc: '2.0', id, method, params: of });

describe('10,000 fuzzed messages', { timeout: 120_000 }, () => {
  it.each(['legacy', 'modern'] as const)('end no connection of the era %s', async (era) => {
    const first =
      era === 'legacy'
        ? request('first', 'initialize', initialize)
        : request('first', 'server/discover', open.modern);
    const lines = fc.sample(line, { numRuns: MESSAGES / 2, seed: SEEDS[era] });
    const call = { name: 'list_accounts', arguments: {}, ...open[era] };
    const last = request('last-of-all', 'tools/call', call);
    const { status, out, error } = await home.run(
      `${[first, ...lines, last].join('\n')}\n`,
      home.args,
      '"id":"last-of-all"',
    );
    expect(error).toBe('');
    expect(status).toBe(0);
    const answers = out
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as Record<string, unknown>);
    for (const each of answers) expect(each.jsonrpc).toBe('2.0');
    expect(answers.find(({ id }) => id === 'last-of-all')).toMatchObject({
      result: { structuredContent: { accounts: [{ entry: 'github' }] } },
    });
    // Many of the messages were requests that it understood.
    expect(answers.length).toBeGreaterThan(MESSAGES / 5);
    const audit = await home.audit();
    expect(audit).toContain('"nobody-to-ask"');
    expect(audit).not.toContain('"given"');
    expect(JSON.stringify(answers)).not.toMatch(/"code\\?":\\?"\d{6}/);
  });
});
