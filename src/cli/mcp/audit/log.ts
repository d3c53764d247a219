import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { stateFolder } from '../../aws/folders.ts';
import { Refusal } from '../refusal.ts';
import type { AuditRecord } from './record.ts';

const FOR_OTHERS = 0o077;

/** The log of this user, for all servers. */
export function auditPath(): string {
  return path.join(stateFolder(), 'audit.jsonl');
}

/** What is known of a record before it is written. */
export type AuditEvent = Omit<AuditRecord, 'time' | 'pid'>;

/** Where the server writes down what it was asked and what it gave. */
export interface AuditLog {
  /** @throws Refusal `failed`: nothing is given that is not written down */
  write(event: AuditEvent, nowMs: number): Promise<void>;
}

/** Lines of JSON at the end of a file that only its owner can read; nothing is ever changed in it. */
export class AuditFile implements AuditLog {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async write(event: AuditEvent, nowMs: number): Promise<void> {
    const record: AuditRecord = {
      time: new Date(nowMs).toISOString(),
      pid: process.pid,
      ...event,
    };
    try {
      await append(this.#file, `${JSON.stringify(record)}\n`);
    } catch {
      throw new Refusal(
        'failed',
        `The audit log ${this.#file} cannot be written, and nothing is given without it.`,
      );
    }
  }
}

/** One write at the end, so that lines of several processes do not mix. */
async function append(file: string, line: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    const { mode } = await handle.stat();
    if (process.platform !== 'win32' && (mode & FOR_OTHERS) !== 0) await handle.chmod(0o600);
    await handle.write(line);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
