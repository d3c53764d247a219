import { chmod, stat } from 'node:fs/promises';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, describe, expect, it } from 'vitest';
import { referenceBase32, referenceTotp } from '../../helpers/totp.ts';
import { mcpHome, PASSPHRASE } from './process.ts';
import { call, entry, ERAS, SECRET } from './support.ts';

/** Long steps, so that no test waits for one to end. */
const slow = { period: 3600 } as object;
const names = ['aws-1', 'aws-2', 'aws-3', 'slow'];
const entries = names.map((name) => entry('Amazon Web Services', name, slow));
const settings = {
  entries: {
    'aws-1': { account: 'aws-1' },
    'aws-2': { account: 'aws-2' },
    'aws-3': { account: 'aws-3' },
    slow: { account: 'slow', approval: 'always' },
  },
};
const home = await mcpHome([...entries, entry('GitHub', 'not-allowed')], settings);
afterAll(home.remove);

const main = home.args[0] ?? '';
const wire: string[] = [];

async function connect(mode: (typeof ERAS)[number] | 'auto', accept = true): Promise<Client> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: home.args,
    env: home.env,
    stderr: 'pipe',
  });
  transport.stderr?.on('data', (text: Buffer) => wire.push(String(text)));
  const client = new Client(
    { name: 'real', version: '1' },
    { capabilities: { elicitation: {} }, versionNegotiation: { mode } },
  );
  client.setRequestHandler('elicitation/create', ({ params }) => {
    wire.push(params.message);
    return accept ? { action: 'accept', content: {} } : { action: 'decline' };
  });
  await client.connect(transport);
  return client;
}

describe('2faa mcp over the vault file', { timeout: 60_000 }, () => {
  it.each([
    ['aws-1', ERAS[0]],
    ['aws-2', ERAS[1]],
    ['aws-3', 'auto'],
  ] as const)('serves the SDK’s client (%s, %j)', async (name, mode) => {
    const client = await connect(mode);
    const list = await call(client, 'list_accounts');
    const pair = await call(client, 'get_enrollment_codes', { entry: name });
    wire.push(JSON.stringify([await client.listTools(), list, pair]));
    await client.close();
    const { accounts } = list.given as { accounts: { entry: string; account: string }[] };
    expect(accounts.map(({ entry: each }) => each)).toEqual(names);
    expect(accounts.map(({ account }) => account)).toEqual(names);
    const now = Date.now() / 1000;
    const codes = [-3600, 0, 3600, 7200].map((seconds) =>
      referenceTotp(
        { secret: SECRET, algorithm: 'SHA1', digits: 6, period: 3600 },
        Math.trunc(now + seconds),
      ),
    );
    const { first, second } = pair.given as Record<'first' | 'second', { code: string }>;
    expect(codes).toContain(first.code);
    expect(codes.indexOf(second.code)).toBe(codes.indexOf(first.code) + 1);
  });

  it('gives a time step once, whichever process is asked', async () => {
    const [one, other] = await Promise.all([connect('legacy'), connect({ pin: '2026-07-28' })]);
    const answers = await Promise.all(
      [one, other].map((client) => call(client, 'get_code', { entry: 'slow' })),
    );
    await Promise.all([one.close(), other.close()]);
    expect(answers.filter(({ given }) => given !== undefined)).toHaveLength(1);
    const { refused } = answers.find(({ refused: text }) => text !== undefined) ?? {};
    expect(refused).toContain('none is given twice');
    const later = await connect('legacy');
    expect((await call(later, 'get_code', { entry: 'slow' })).refused).toContain('given twice');
    await later.close();
  });

  it('writes every call down without its code, for nobody else to read, and shows it', async () => {
    const client = await connect('legacy', false);
    await call(client, 'get_code', { entry: 'aws-1' });
    await call(client, 'get_code', { entry: 'github\n"x' });
    await client.close();
    const lines = (await home.audit()).trim().split('\n');
    const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records.slice(-3).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['asked', undefined],
      ['refused', 'declined'],
      ['refused', 'not-allowed'],
    ]);
    expect(records.at(-3)).toMatchObject({ client: 'real 1', tool: 'get_code', entry: 'aws-1' });
    expect((await stat(home.file('state/2faa/audit.jsonl'))).mode & 0o777).toBe(0o600);
    // The steps are numbers of seven digits or eight; a code would have six.
    expect(lines.join('\n')).not.toMatch(/\bcode\b"|"\d{6}"|:\d{6}\b/);
    const shown = await home.run('', [main, 'audit', '--last', '2']);
    expect(shown.out).toMatch(
      /^\S+Z {2}refused {2}get_code {2}aws-1 {2}by real 1 {2}\(reason: declined\)\n\S+Z {2}refused {2}get_code {2}github "x {2}by real 1 {2}\(reason: not-allowed\)\n$/,
    );
    const json = await home.run('', [main, 'audit', '--json', '--entry', 'slow', '--refused']);
    expect(
      json.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toHaveLength(2);
  });

  it('refuses settings that others can write or that it does not understand', async () => {
    const refusal = async () => {
      const { status, out, error } = await home.run('');
      expect([status, out]).toEqual([1, '']);
      return error;
    };
    await chmod(home.file('mcp.json'), 0o620);
    expect(await refusal()).toContain('chmod 600');
    await chmod(home.file('mcp.json'), 0o600);
    await home.configure({ entries: { aws: { acount: 'alice', issuer: 'A' } } });
    expect(await refusal()).toContain('acount');
    await home.configure({ entries: { aws: {} } });
    expect(await refusal()).toContain('needs an id');
    await home.configure(settings);
    const { status, out, error } = await home.run('');
    expect([status, out, error]).toEqual([0, '', '']);
  });

  it('shows the secret and the passphrase nowhere', async () => {
    const forms = [
      referenceBase32(SECRET),
      Buffer.from(SECRET).toString('hex'),
      Buffer.from(SECRET).toString('base64').replace(/=+$/, ''),
      Buffer.from(SECRET).toString('latin1'),
      PASSPHRASE,
    ];
    const seen = (text: string) =>
      forms.filter((form) => text.toLowerCase().includes(form.toLowerCase()));
    for (const form of forms) expect(seen(`{"planted":"${form}"}`)).toEqual([form]);
    expect(wire.length).toBeGreaterThan(6);
    expect(seen([...wire, await home.audit()].join('\n'))).toEqual([]);
  });
});
