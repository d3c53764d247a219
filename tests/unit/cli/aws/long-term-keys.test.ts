import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findLongTermKeys, type ProgramKeys } from '../../../../src/cli/aws/long-term-keys.ts';
import { readProfile, regionOf } from '../../../../src/cli/aws/profile.ts';

let folder = '';

const CONFIG = `
[default]
region = eu-central-1
[profile alice]
mfa_serial = arn:aws:iam::123456789012:mfa/alice
[profile admin]
role_arn = arn:aws:iam::123456789012:role/Admin
source_profile = alice
[profile program]
credential_process = get-keys
[profile sso]
sso_session = company
[sso-session company]
sso_start_url = https://example.com
[profile bare]
region = us-west-2
`;

const CREDENTIALS = `
[default]
aws_access_key_id = AKIADEFAULT
aws_secret_access_key = default-secret
[alice]
aws_access_key_id = AKIAALICE
aws_secret_access_key = alice-secret
[session]
aws_access_key_id = ASIASESSION
aws_secret_access_key = session-secret
aws_session_token = token
`;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '2faa-profiles-'));
  const [config, credentials] = [path.join(folder, 'config'), path.join(folder, 'credentials')];
  await writeFile(config, CONFIG);
  await writeFile(credentials, CREDENTIALS);
  vi.stubEnv('AWS_CONFIG_FILE', config);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', credentials);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const program: ProgramKeys = { accessKeyId: 'AKIAPROGRAM', secretAccessKey: 'program-secret' };

const find = (named?: string, env: NodeJS.ProcessEnv = {}, keys = program) =>
  findLongTermKeys(named, env, () => Promise.resolve(keys));

const id = async (named?: string, env?: NodeJS.ProcessEnv) =>
  (await find(named, env)).keys.accessKeyId;

const KEYS = { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 'env-secret' };

describe('long-term keys', () => {
  test('come from the profile that is named, with its settings', async () => {
    const { keys, profile } = await find('alice', KEYS);
    expect(keys).toEqual({ accessKeyId: 'AKIAALICE', secretAccessKey: 'alice-secret' });
    expect(profile?.settings.mfa_serial).toBe('arn:aws:iam::123456789012:mfa/alice');
  });

  test('else from the environment, else from the usual profile', async () => {
    expect(await id(undefined, KEYS)).toBe('AKIAENV');
    expect(await id(undefined, { AWS_PROFILE: 'alice' })).toBe('AKIAALICE');
    expect(await id(undefined, { AWS_PROFILE: '' })).toBe('AKIADEFAULT');
    expect(await id()).toBe('AKIADEFAULT');
  });

  test('are not those of a session in the environment, which is to be renewed', async () => {
    expect(await id(undefined, { ...KEYS, AWS_SESSION_TOKEN: 'token' })).toBe('AKIADEFAULT');
  });

  test('come from the program of a profile', async () => {
    expect((await find('program')).keys).toEqual(program);
    await expect(find('program', {}, { ...program, sessionToken: 'token' })).rejects.toThrow(
      /keys of profile program are of a session/,
    );
  });

  test.each([
    ['session', /keys of profile session are of a session/],
    ['sso', /IAM Identity Center.*aws sso login --profile sso/],
    ['bare', /no access key.*aws configure --profile bare/],
    ['nobody', /no profile nobody\. There are: .*alice/],
    [
      'admin',
      /assumes a role[^]*credential_process = 2faa aws session --profile alice[^]*source_profile = alice-mfa/,
    ],
  ])('are not in profile %s', async (name, message) => {
    await expect(find(name)).rejects.toThrow(message);
  });

  test('are not asked of sections that are no profiles', async () => {
    await expect(find('nobody')).rejects.not.toThrow(/company/);
  });
});

test('the region is the one named, of the environment, or of the profile', async () => {
  const profile = await readProfile('default');
  expect(regionOf('a', profile, { AWS_REGION: 'b' })).toBe('a');
  expect(regionOf(undefined, profile, { AWS_REGION: 'b', AWS_DEFAULT_REGION: 'c' })).toBe('b');
  expect(regionOf(undefined, profile, { AWS_REGION: '', AWS_DEFAULT_REGION: 'c' })).toBe('c');
  expect(regionOf(undefined, profile, {})).toBe('eu-central-1');
  expect(regionOf(undefined, undefined, {})).toBe('us-east-1');
});
