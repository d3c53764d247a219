import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectIam } from '../../../../src/cli/aws/iam.ts';
import type { Clock } from '../../../../src/cli/aws/clock.ts';
import { SessionCache } from '../../../../src/cli/aws/session-cache.ts';
import { connectSts } from '../../../../src/cli/aws/sts.ts';
import { UsedSteps } from '../../../../src/cli/aws/used-steps.ts';
import type { AwsVault } from '../../../../src/cli/aws/vault.ts';
import {
  accept,
  capture,
  find,
  trash,
  type Outcome,
} from '../../../../src/lib/vault/entry-rules.ts';
import type { Entry } from '../../../../src/lib/vault/entry.ts';
import type { KeptEntry } from '../../../../src/lib/vault/kept-entry.ts';
import { ACCOUNT_ID } from '../../../helpers/aws/account.ts';
import type { Device } from '../../../helpers/aws/device.ts';
import { startStandIn } from '../../../helpers/aws/stand-in.ts';

/** Three seconds into a time step. */
const START = 1_800_000_003_000;

/** A clock that stands still but for what is slept. */
export class TestClock implements Clock {
  time = START;
  slept = 0;
  readonly now = () => this.time;
  readonly sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    this.time += milliseconds;
    this.slept += milliseconds;
    this.onSleep?.();
    signal?.throwIfAborted();
    // Lets the answers of others come in between.
    return new Promise((resolve) => setImmediate(resolve));
  };
  onSleep: (() => void) | undefined;
}

/** A vault in memory, after the same rules as the file. */
export class TestVault implements AwsVault {
  kept: KeptEntry[] = [];
  opened = 0;
  /** What the next write fails with. */
  failure: Error | undefined;
  entries = (): Promise<Entry[]> => {
    this.opened += 1;
    return Promise.resolve(this.kept.map(({ entry }) => entry));
  };
  find = async (query: string) => {
    const found = (await this.entries()).find(({ otp }) => otp.account.includes(query));
    if (found === undefined) throw new Error('no such entry');
    return found;
  };
  capture: AwsVault['capture'] = (draft) =>
    this.#write(capture(this.kept, draft, `id-${this.kept.length}`, 1));
  accept: AwsVault['accept'] = async (id) => {
    await this.#write(accept(find(this.kept, id), 2));
  };
  trash: AwsVault['trash'] = async (id) => {
    await this.#write(trash(find(this.kept, id), 3));
  };
  #write({ result, changed }: Outcome): Promise<Entry> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    const next = new Map([...this.kept, ...changed].map((kept) => [kept.entry.id, kept]));
    this.kept = [...next.values()];
    return Promise.resolve(result.entry);
  }

  /** Puts in an entry for a device, active as after its enrollment. */
  add(device: Device, account = `${device.serial.split('/')[1] ?? ''}@${ACCOUNT_ID}`): Entry {
    const secret = new Uint8Array(device.secret);
    const entry: Entry = {
      id: `id-${this.kept.length}`,
      otp: {
        type: 'totp',
        issuer: 'Amazon Web Services',
        account,
        secret,
        algorithm: 'SHA1',
        digits: 6,
        period: 30,
      },
      status: 'active',
      createdAt: 0,
      updatedAt: 0,
    };
    this.kept.push({ entry });
    return entry;
  }
}

/** An account of AWS with the user alice, and all that the commands need, on a clock of the test. */
export async function setUp() {
  const folder = await mkdtemp(path.join(tmpdir(), '2faa-aws-'));
  const clock = new TestClock();
  const standIn = await startStandIn(clock.now);
  const { account, endpoint } = standIn;
  const told: string[] = [];
  const connect = ({ accessKeyId, secret }: { accessKeyId: string; secret: string }) => {
    const credentials = { accessKeyId, secretAccessKey: secret };
    const connection = { region: 'us-east-1', endpoint, credentials };
    return { sts: connectSts(connection), iam: connectIam(connection) };
  };
  const alice = account.addUser('alice');
  return {
    folder,
    clock,
    standIn,
    account,
    told,
    connect,
    alice,
    ...connect(alice),
    vault: new TestVault(),
    cache: new SessionCache(path.join(folder, 'cache')),
    steps: new UsedSteps(path.join(folder, 'state')),
    tell: (line: string) => {
      told.push(line);
    },
    /** The codes that came in with an action, in order. */
    codes: (action: string, name = 'TokenCode') =>
      standIn.seen.filter((each) => each.action === action).map(({ input }) => input[name]),
    actions: () => standIn.seen.map(({ action }) => action),
    close: async () => {
      await standIn.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type SetUp = Awaited<ReturnType<typeof setUp>>;
