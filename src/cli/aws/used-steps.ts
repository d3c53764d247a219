import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { RefusedError } from '../errors.ts';
import { withLock } from '../vault/lock.ts';
import { stateFolder } from './folders.ts';
import { readPrivate, writePrivate } from './private-file.ts';

/** Where the last step of each device is kept, by the device's serial number. */
type Steps = Readonly<Record<string, number>>;

/**
 * AWS takes codes up to two steps ahead of its clock, so a step that lies further ahead
 * was noted by a clock that has been set back since, and AWS has not taken its code.
 */
const FURTHEST_AHEAD = 2;

/**
 * The time steps whose codes were sent, so that none is sent twice: AWS takes each code
 * once. They are on the disk before a code leaves, and hold for all processes of a user.
 */
export class UsedSteps {
  readonly #file: string;

  constructor(folder = stateFolder()) {
    this.#file = path.join(folder, 'aws-used-steps.json');
  }

  /**
   * Takes the steps up to `step` for this device, if `first` (by default the same) and all
   * after it are still free. False, and nothing is taken, where they are not.
   *
   * @param current The step of this moment.
   * @throws RefusedError where it cannot be written down
   */
  async claim(serial: string, step: number, current: number, first = step): Promise<boolean> {
    return this.#change(({ [serial]: last = -1, ...others }) => {
      const isStale = last > current + FURTHEST_AHEAD;
      if (!isStale && last >= first) return undefined;
      return { ...others, [serial]: step };
    });
  }

  /** Forgets a device: it was made anew and has another secret. */
  async forget(serial: string): Promise<void> {
    await this.#change(({ [serial]: last, ...others }) =>
      last === undefined ? undefined : others,
    );
  }

  async #change(next: (steps: Steps) => Steps | undefined): Promise<boolean> {
    try {
      await mkdir(path.dirname(this.#file), { recursive: true, mode: 0o700 });
      return await withLock(this.#file, async () => {
        const changed = next(await this.#read());
        if (changed === undefined) return false;
        await writePrivate(this.#file, `${JSON.stringify(changed)}\n`);
        return true;
      });
    } catch (error) {
      if (error instanceof RefusedError) throw error;
      throw new RefusedError(
        `${this.#file} cannot be written, so a code could be sent twice. Make its folder yours, or name another with XDG_STATE_HOME.`,
      );
    }
  }

  /** A file that makes no sense counts as none: at worst AWS refuses one code. */
  async #read(): Promise<Steps> {
    const text = await readPrivate(this.#file);
    try {
      const value: unknown = JSON.parse(text ?? '{}');
      if (typeof value !== 'object' || value === null) return {};
      return Object.fromEntries(
        Object.entries(value).filter((pair): pair is [string, number] =>
          Number.isSafeInteger(pair[1]),
        ),
      );
    } catch {
      return {};
    }
  }
}

/** What it takes to give a code only once. */
export type StepRecord = Pick<UsedSteps, 'claim'>;

/**
 * The same record where each step is taken for the entry as well: agents ask by the entry,
 * and get no code that a command sends to AWS, nor the other way around.
 *
 * @param entry the id of the entry
 */
export function alsoFor(entry: string, steps: StepRecord): StepRecord {
  return {
    claim: async (serial, ...step) =>
      (await steps.claim(entry, ...step)) && (await steps.claim(serial, ...step)),
  };
}
