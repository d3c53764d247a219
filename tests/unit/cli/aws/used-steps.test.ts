import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsedSteps } from '../../../../src/cli/aws/used-steps.ts';

const SERIAL = 'arn:aws:iam::123456789012:mfa/alice';
const OTHER = 'arn:aws:iam::123456789012:mfa/bob';
const source = path.resolve(import.meta.dirname, '../../../../src/cli/aws/used-steps.ts');

let folder = '';
let steps: UsedSteps;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '2faa-steps-'));
  steps = new UsedSteps(path.join(folder, 'state'));
});

afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true, force: true });
});

test('a step is free once, and the ones before it no more', async () => {
  expect(await steps.claim(SERIAL, 100, 100)).toBe(true);
  expect(await steps.claim(SERIAL, 100, 100)).toBe(false);
  expect(await steps.claim(SERIAL, 99, 100)).toBe(false);
  expect(await steps.claim(SERIAL, 101, 101)).toBe(true);
});

test('each device has its own', async () => {
  await steps.claim(SERIAL, 100, 100);
  expect(await steps.claim(OTHER, 100, 100)).toBe(true);
  expect(await steps.claim(SERIAL, 100, 100)).toBe(false);
});

test('a pair is free only as a whole', async () => {
  await steps.claim(SERIAL, 99, 99);
  expect(await steps.claim(SERIAL, 100, 100, 99)).toBe(false);
  expect(await steps.claim(SERIAL, 100, 100)).toBe(true);
  expect(await steps.claim(SERIAL, 102, 102, 101)).toBe(true);
});

test('what a clock noted that was set back since does not count', async () => {
  await steps.claim(SERIAL, 1000, 1000);
  expect(await steps.claim(SERIAL, 998, 998)).toBe(false);
  expect(await steps.claim(SERIAL, 997, 997)).toBe(true);
  expect(await steps.claim(SERIAL, 997, 997)).toBe(false);
});

test('a device that was made anew begins anew', async () => {
  await steps.claim(SERIAL, 100, 100);
  await steps.claim(OTHER, 100, 100);
  await steps.forget(SERIAL);
  expect(await steps.claim(SERIAL, 100, 100)).toBe(true);
  expect(await steps.claim(OTHER, 100, 100)).toBe(false);
});

test('only one of several processes gets a step', { timeout: 60_000 }, async () => {
  const script = `
    const { UsedSteps } = await import(${JSON.stringify(source)});
    const steps = new UsedSteps(${JSON.stringify(path.join(folder, 'state'))});
    console.log(await steps.claim(${JSON.stringify(SERIAL)}, 100, 100));`;
  const run = () =>
    promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  const all = await Promise.all(Array.from({ length: 6 }, run));
  expect(all.map(({ stdout }) => stdout.trim()).sort()).toEqual([
    ...Array.from({ length: 5 }, () => 'false'),
    'true',
  ]);
});

test('they are in a file for its owner alone, without a code or a secret', async () => {
  await steps.claim(SERIAL, 100, 100);
  const file = path.join(folder, 'state', 'aws-used-steps.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ [SERIAL]: 100 });
});

test.each(['', '{', '[]', 'null', `{"${SERIAL}":"100"}`])(
  'a file that makes no sense counts as none: %s',
  async (text) => {
    await mkdir(path.join(folder, 'state'));
    const file = path.join(folder, 'state', 'aws-used-steps.json');
    await writeFile(file, text, { mode: 0o600 });
    expect(await steps.claim(SERIAL, 100, 100)).toBe(true);
    expect(await steps.claim(SERIAL, 100, 100)).toBe(false);
  },
);

test('without a place to write them down no code is sent', async () => {
  await writeFile(path.join(folder, 'file'), '');
  const nowhere = new UsedSteps(path.join(folder, 'file', 'state'));
  await expect(nowhere.claim(SERIAL, 100, 100)).rejects.toThrow(/sent twice.*XDG_STATE_HOME/);
});
