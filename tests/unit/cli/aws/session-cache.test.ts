import { chmod, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheFolder, stateFolder } from '../../../../src/cli/aws/folders.ts';
import { SessionCache } from '../../../../src/cli/aws/session-cache.ts';

const key = {
  accessKeyId: 'AKIAEXAMPLE',
  serial: 'arn:aws:iam::123456789012:mfa/alice',
  duration: 43_200,
  region: 'us-east-1',
  endpoint: '',
};
const session = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'secret',
  sessionToken: 'token',
  expiration: Date.parse('2030-01-01T12:00:00Z'),
};
const now = Date.parse('2030-01-01T00:00:00Z');

let folder = '';
let cache: SessionCache;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '2faa-cache-'));
  cache = new SessionCache(folder);
  await cache.write(key, session);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function file(): Promise<string> {
  const [name = ''] = await readdir(folder);
  return path.join(folder, name);
}

test('a session comes back as it was', async () => {
  expect(await cache.read(key, now)).toEqual(session);
});

test.each([
  { accessKeyId: 'AKIAOTHER' },
  { serial: '' },
  { duration: 900 },
  { region: 'eu-central-1' },
  { endpoint: 'http://localhost' },
])('it is for its own key alone: %j', async (other) => {
  expect(await cache.read({ ...key, ...other }, now)).toBeUndefined();
});

test('it is forgotten where that is asked', async () => {
  await cache.forget(key);
  expect(await readdir(folder)).toEqual([]);
  await cache.forget(key);
});

test.each([0o604, 0o640, 0o620])(
  'one that others can read or write counts as none, and is closed: %o',
  async (mode) => {
    await chmod(await file(), mode);
    expect(await cache.read(key, now)).toBeUndefined();
    await cache.write(key, session);
    expect(await cache.read(key, now)).toEqual(session);
  },
);

test('what is no session counts as none', async () => {
  const good = await readFile(await file(), 'utf8');
  for (const bad of ['', good.slice(0, 40), '[]', good.replace('"Version":1', '"Version":2')]) {
    await writeFile(await file(), bad);
    expect(await cache.read(key, now)).toBeUndefined();
  }
  await writeFile(await file(), good);
  expect(await cache.read(key, now)).toEqual(session);
});

test('a folder in its place is no session, and no failure', async () => {
  const place = await file();
  await rm(place);
  await symlink(folder, place);
  expect(await cache.read(key, now)).toBeUndefined();
});

test('folders follow the XDG specification', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/c' })).toBe('/c/2faa/aws');
  expect(stateFolder({ XDG_STATE_HOME: '/s' })).toBe('/s/2faa');
  expect(cacheFolder({ XDG_CACHE_HOME: 'c' })).toMatch(/\/\.cache\/2faa\/aws$/);
  expect(stateFolder({})).toMatch(/\/\.local\/state\/2faa$/);
});
