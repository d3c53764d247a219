import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from './folders.ts';
import { readPrivate, writePrivate } from './private-file.ts';
import { fromProcessJson, toProcessJson, type SessionCredentials } from './session-credentials.ts';

/** What makes two sessions the same one. */
export interface SessionKey {
  /** Id of the long-term key; the key itself is not in the cache. */
  readonly accessKeyId: string;
  /** The serial number that was asked for; empty where the device is looked up. */
  readonly serial: string;
  /** Seconds. */
  readonly duration: number;
  readonly region: string;
  /** Empty for the addresses of AWS. */
  readonly endpoint: string;
}

/** SDKs ask for fresh credentials from 15 minutes before the end. */
const LONGEST_MARGIN = 15 * 60_000;

/** Sessions kept on this computer until shortly before they end. */
export class SessionCache {
  readonly #folder: string;

  constructor(folder = cacheFolder()) {
    this.#folder = folder;
  }

  /** The session that is kept for this key, if it is good for a while. */
  async read(key: SessionKey, nowMs: number): Promise<SessionCredentials | undefined> {
    const text = await readPrivate(this.#file(key)).catch(() => undefined);
    const kept = text === undefined ? undefined : fromProcessJson(text);
    if (kept === undefined) return undefined;
    // A quarter of what is left of short ones: else a session of 15 minutes would never be kept.
    const margin = Math.min(LONGEST_MARGIN, (key.duration * 1000) / 4);
    return kept.expiration - nowMs > margin ? kept : undefined;
  }

  /** @throws what the system says; the caller has the session all the same. */
  async write(key: SessionKey, credentials: SessionCredentials): Promise<void> {
    await writePrivate(this.#file(key), `${toProcessJson(credentials)}\n`);
  }

  async forget(key: SessionKey): Promise<void> {
    await rm(this.#file(key), { force: true });
  }

  /** The name tells nothing about account, user or device. */
  #file({ accessKeyId, serial, duration, region, endpoint }: SessionKey): string {
    const key = JSON.stringify([accessKeyId, serial, duration, region, endpoint]);
    const name = createHash('sha256').update(key).digest('hex').slice(0, 32);
    return path.join(this.#folder, `${name}.json`);
  }
}
