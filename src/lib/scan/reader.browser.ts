import type { Effort } from './attempts.ts';
import { ScanError } from './errors.ts';
import type { PictureSource } from './picture.browser.ts';
import { WARM_UP } from './protocol.ts';
import type { ScanAnswer, ScanRequest, Seen } from './protocol.ts';

/** Reads pictures one after the other, in a worker. */
export interface QrReader {
  /**
   * All QR codes in a picture, or what was seen instead. A bitmap is handed over: it
   * cannot be used afterwards.
   *
   * @throws ScanError
   */
  read: (picture: PictureSource, effort?: Effort) => Promise<Seen>;
  /** Starts the worker and has it fetch all it needs, as pictures are about to come. */
  warm: () => void;
  /** Ends the worker; what is not read yet is rejected with `closed`. */
  close: () => void;
}

export interface QrReaderOptions {
  /** Milliseconds that one picture may take, the worker's start included. */
  readonly timeout?: number;
}

interface Job {
  readonly request: ScanRequest;
  readonly resolve: (seen: Seen) => void;
  readonly reject: (error: ScanError) => void;
}

/**
 * Makes a reader. The worker starts with the first picture, and anew with the
 * next one after it failed or took too long.
 *
 * @param startWorker Makes a new worker of `workers/scan.worker.ts`.
 */
export function createQrReader(
  startWorker: () => Worker,
  { timeout = 30_000 }: QrReaderOptions = {},
): QrReader {
  const waiting: Job[] = [];
  let current: Job | undefined;
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;
  let closed = false;

  function startNext(): void {
    if (current !== undefined) return;
    current = waiting.shift();
    if (current === undefined) return;
    timer = setTimeout(() => {
      abandon('timeout');
    }, timeout);
    try {
      worker ??= startListening();
      worker.postMessage(current.request, transferablesOf(current.request.picture));
    } catch {
      abandon('worker-failed');
    }
  }

  function startListening(): Worker {
    const started = startWorker();
    const fail = () => {
      if (worker === started) abandon('worker-failed');
    };
    started.addEventListener('message', ({ data }: MessageEvent<ScanAnswer>) => {
      if (data.id === current?.request.id) settle(data);
    });
    started.addEventListener('error', fail);
    started.addEventListener('messageerror', fail);
    return started;
  }

  function settle(answer: ScanAnswer): void {
    const job = takeCurrent();
    if ('seen' in answer) job?.resolve(answer.seen);
    else job?.reject(new ScanError(answer.error.code, answer.error.message));
    startNext();
  }

  /** Gives up the current picture and the worker that has it; the next one gets a new worker. */
  function abandon(code: 'timeout' | 'worker-failed'): void {
    stopWorker();
    takeCurrent()?.reject(new ScanError(code));
    startNext();
  }

  function takeCurrent(): Job | undefined {
    clearTimeout(timer);
    const job = current;
    current = undefined;
    return job;
  }

  function isClosed(): boolean {
    return closed;
  }

  function stopWorker(): void {
    worker?.terminate();
    worker = undefined;
  }

  return {
    async read(picture, effort = 'thorough') {
      if (isClosed()) throw new ScanError('closed');
      const sent = typeof OffscreenCanvas === 'undefined' ? await unpack(picture) : picture;
      if (isClosed()) throw new ScanError('closed');
      lastId += 1;
      const request = { id: lastId, picture: sent, effort };
      return new Promise<Seen>((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        startNext();
      });
    },
    warm() {
      if (isClosed()) return;
      try {
        worker ??= startListening();
        worker.postMessage(WARM_UP);
      } catch {
        // The first picture will say so.
      }
    },
    close() {
      closed = true;
      stopWorker();
      const unread = [takeCurrent(), ...waiting.splice(0)];
      for (const job of unread) job?.reject(new ScanError('closed'));
    },
  };
}

/** What workers without a canvas cannot do themselves; loaded where it is needed only. */
async function unpack(picture: PictureSource): Promise<PictureSource> {
  const { readPicture } = await import('./picture.browser.ts');
  return readPicture(picture);
}

/** What is handed over instead of copied. */
function transferablesOf(picture: PictureSource): Transferable[] {
  if (picture instanceof Blob) return [];
  return 'close' in picture ? [picture] : [picture.data.buffer as ArrayBuffer];
}
