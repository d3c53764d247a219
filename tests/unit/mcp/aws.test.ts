import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home } from '../cli/aws/support.ts';
import { call } from './support.ts';

const main = path.resolve(import.meta.dirname, '../../../src/cli/main.ts');
const at = await home('mcp-aws');
const device = at.account.addDevice('alice', 'alice');
const wire: string[] = [];
let client: Client;
let before = '';

const order = (profile: string) => ({
  profile,
  source_profile: 'alice',
  mfa_serial: device.serial,
  endpoint_url: at.endpoint,
});

beforeAll(async () => {
  await at.createVault();
  await at.add(device);
  const [entry] = await at.entries();
  const rule = { id: entry?.id, approval: 'always' };
  const entries = {
    dev: { ...rule, aws: order('alice-agent') },
    admin: { ...rule, aws: order('admin') },
    plain: rule,
  };
  await writeFile(at.file('mcp.json'), JSON.stringify({ entries }), { mode: 0o600 });
  await chmod(at.file('credentials'), 0o644);
  before = await readFile(at.file('credentials'), 'utf8');
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [main, 'mcp', '--settings', at.file('mcp.json')],
    env: at.env as Record<string, string>,
    stderr: 'pipe',
  });
  transport.stderr?.on('data', (text: Buffer) => wire.push(String(text)));
  client = new Client({ name: 'agent', version: '1' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(transport);
}, 60_000);

afterAll(async () => {
  await client.close();
  await at.close();
});

const ask = async (entry: string) => {
  const answer = await call(client, 'aws_session', { entry });
  wire.push(JSON.stringify(answer));
  return answer;
};

describe('aws_session', { timeout: 60_000 }, () => {
  it('writes a session with MFA into the profile, for its owner alone', async () => {
    expect((await ask('dev')).given).toMatchObject({ entry: 'dev', profile: 'alice-agent' });
    const after = await readFile(at.file('credentials'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    const [, profile, id = ''] =
      /^\[(.+)\]\naws_access_key_id = (.+)$/m.exec(after.slice(before.length)) ?? [];
    expect(profile).toBe('alice-agent');
    expect(at.account.keys.get(id)).toMatchObject({ user: 'alice', hasMfa: true });
    expect((await stat(at.file('credentials'))).mode & 0o777).toBe(0o600);
  });

  it('asks AWS again only when the session ends', async () => {
    expect((await ask('dev')).given).toMatchObject({ profile: 'alice-agent' });
    expect(at.requests('GetSessionToken')).toBe(1);
  });

  it('never writes over long-term keys, nor where the person set no profile', async () => {
    const kept = await readFile(at.file('credentials'), 'utf8');
    expect((await ask('admin')).refused).toContain('long-term keys');
    expect((await ask('plain')).refused).toContain('no "aws" part');
    expect(await readFile(at.file('credentials'), 'utf8')).toBe(kept);
  });

  it('shares the used time steps with 2faa aws session and get_code', async () => {
    const [entry] = await at.entries();
    const text = await readFile(at.file('state/2faa/aws-used-steps.json'), 'utf8');
    const steps = JSON.parse(text) as Record<string, number>;
    expect(steps[entry?.id ?? '']).toBeTypeOf('number');
    expect(steps[entry?.id ?? '']).toBe(steps[device.serial]);
  });

  it('lets neither code nor keys through the model, the errors or the log', async () => {
    const sent = at.standIn.seen.flatMap(({ input }) => input.TokenCode ?? []);
    const credentials = await readFile(at.file('credentials'), 'utf8');
    const values = [...credentials.matchAll(/ = (.+)$/gm)].map(([, value = '']) => value);
    const hidden = [...sent, ...values];
    expect(sent).toHaveLength(1);
    expect(values.length).toBeGreaterThanOrEqual(9);
    const audit = await readFile(at.file('state/2faa/audit.jsonl'), 'utf8');
    expect(audit).toContain('"profile":"alice-agent"');
    const text = [...wire, audit].join('\n');
    expect(hidden.filter((value) => `${text}${hidden.join()}`.includes(value))).toEqual(hidden);
    expect(hidden.filter((value) => text.includes(value))).toEqual([]);
  });
});
