import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createQrReader } from '../../../src/lib/scan/reader.browser.ts';
import type { ScanAnswer, ScanRequest, Seen } from '../../../src/lib/scan/protocol.ts';

/** A worker that a test answers for. */
class FakeWorker extends EventTarget {
  readonly requests: ScanRequest[] = [];
  readonly transferred: Transferable[][] = [];
  terminated = false;

  postMessage(request: ScanRequest, transferables: Transferable[]): void {
    this.requests.push(request);
    this.transferred.push(transferables);
  }

  terminate(): void {
    this.terminated = true;
  }

  answer(answer: ScanAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }));
  }

  lastId(): number {
    return this.requests.at(-1)?.id ?? -1;
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const startWorker = vi.fn(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  const reader = createQrReader(startWorker, { timeout: 1000 });
  const worker = (index = 0) => {
    const started = workers[index];
    if (started === undefined) throw new Error('This worker was not started.');
    return started;
  };
  return { reader, worker, startWorker };
}

const picture = (content = 'picture') => new Blob([content]);
const seen = (...texts: string[]): Seen => ({
  codes: texts.map((text) => ({ text, box: { x: 0, y: 0, width: 1, height: 1 } })),
  unreadable: false,
});
/** Lets promises that are settled run their handlers. */
const settled = () => vi.advanceTimersByTimeAsync(0);

describe('createQrReader', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('OffscreenCanvas', vi.fn());
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('starts its worker with the first picture and keeps it', async () => {
    const { reader, worker, startWorker } = setUp();
    expect(startWorker).not.toHaveBeenCalled();
    const first = reader.read(picture());
    worker().answer({ id: worker().lastId(), seen: seen('one') });
    await expect(first).resolves.toEqual(seen('one'));
    const second = reader.read(picture());
    worker().answer({ id: worker().lastId(), seen: seen() });
    await expect(second).resolves.toEqual(seen());
    expect(startWorker).toHaveBeenCalledTimes(1);
  });

  test('sends one picture at a time and gives each its own answer', async () => {
    const { reader, worker } = setUp();
    const reads = Promise.all([reader.read(picture()), reader.read(picture(), 'quick')]);
    await settled();
    expect(worker().requests).toHaveLength(1);
    worker().answer({ id: worker().lastId(), seen: seen('one') });
    expect(worker().requests.map(({ effort }) => effort)).toEqual(['thorough', 'quick']);
    worker().answer({ id: worker().lastId(), seen: seen('two') });
    await expect(reads).resolves.toEqual([seen('one'), seen('two')]);
  });

  test('ignores answers to what was not asked', async () => {
    const { reader, worker } = setUp();
    const read = reader.read(picture());
    worker().answer({ id: worker().lastId() + 1, seen: seen('wrong') });
    worker().answer({ id: worker().lastId(), seen: seen('right') });
    worker().answer({ id: worker().lastId(), seen: seen('late') });
    await expect(read).resolves.toEqual(seen('right'));
  });

  test('rejects with what the worker says went wrong, and goes on', async () => {
    const { reader, worker, startWorker } = setUp();
    const read = reader.read(picture());
    const error = { code: 'not-a-picture', message: 'This is a PDF document.' } as const;
    worker().answer({ id: worker().lastId(), error });
    await expect(read).rejects.toMatchObject({ name: 'ScanError', ...error });
    const next = reader.read(picture());
    worker().answer({ id: worker().lastId(), seen: seen('fine') });
    await expect(next).resolves.toEqual(seen('fine'));
    expect(startWorker).toHaveBeenCalledTimes(1);
  });

  test.each(['error', 'messageerror'])('replaces a worker that reports %s', async (type) => {
    const { reader, worker } = setUp();
    const read = reader.read(picture());
    const waiting = reader.read(picture());
    worker().dispatchEvent(new Event(type));
    await expect(read).rejects.toMatchObject({ code: 'worker-failed' });
    expect(worker().terminated).toBe(true);
    worker(1).answer({ id: worker(1).lastId(), seen: seen('from the new one') });
    await expect(waiting).resolves.toEqual(seen('from the new one'));
  });

  test('does not blame the new worker for a late error of the old one', async () => {
    const { reader, worker } = setUp();
    const read = reader.read(picture());
    worker().dispatchEvent(new Event('error'));
    await expect(read).rejects.toMatchObject({ code: 'worker-failed' });
    const next = reader.read(picture());
    worker().dispatchEvent(new Event('error'));
    worker(1).answer({ id: worker(1).lastId(), seen: seen('fine') });
    await expect(next).resolves.toEqual(seen('fine'));
  });

  test('gives up on a picture that takes too long, and only on that one', async () => {
    const { reader, worker } = setUp();
    const read = reader.read(picture());
    const waiting = reader.read(picture());
    const givenUp = expect(read).rejects.toMatchObject({ code: 'timeout' });
    await vi.advanceTimersByTimeAsync(999);
    expect(worker().terminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await givenUp;
    expect(worker().terminated).toBe(true);
    await vi.advanceTimersByTimeAsync(999);
    worker(1).answer({ id: worker(1).lastId(), seen: seen('in time') });
    await expect(waiting).resolves.toEqual(seen('in time'));
  });

  test('rejects every picture when no worker can be started', async () => {
    const reader = createQrReader(() => {
      throw new TypeError('refused by a policy');
    });
    await expect(reader.read(picture())).rejects.toMatchObject({ code: 'worker-failed' });
    await expect(reader.read(picture())).rejects.toMatchObject({ code: 'worker-failed' });
  });

  test('rejects what is not read yet when it is closed, and everything after', async () => {
    const { reader, worker } = setUp();
    const reads = [reader.read(picture()), reader.read(picture())].map((read) =>
      expect(read).rejects.toMatchObject({ code: 'closed' }),
    );
    reader.close();
    await Promise.all(reads);
    expect(worker().terminated).toBe(true);
    await expect(reader.read(picture())).rejects.toMatchObject({ code: 'closed' });
  });

  test('hands bitmaps and pixels over and shares files', async () => {
    const { reader, worker } = setUp();
    const bitmap = { width: 4, height: 4, close: vi.fn() } as unknown as ImageBitmap;
    const pixels = { width: 1, height: 1, data: new Uint8ClampedArray(4) };
    const reads = [reader.read(bitmap), reader.read(pixels), reader.read(picture())];
    await settled();
    for (const read of reads) {
      worker().answer({ id: worker().lastId(), seen: seen() });
      await read;
    }
    expect(worker().transferred).toEqual([[bitmap], [pixels.data.buffer], []]);
  });

  test('unpacks pictures itself where workers have no canvas', async () => {
    vi.stubGlobal('OffscreenCanvas', undefined);
    const drawn = { width: 8, height: 4, data: new Uint8ClampedArray(128) };
    const close = vi.fn();
    const bitmap = { width: 8, height: 4, close } as unknown as ImageBitmap;
    const canvas = {
      getContext: () => ({ drawImage: vi.fn(), getImageData: () => drawn }),
    };
    vi.stubGlobal('document', { createElement: () => canvas });
    const { reader, worker } = setUp();
    const read = reader.read(bitmap);
    await vi.waitFor(() => {
      expect(worker().requests[0]?.picture).toEqual(drawn);
    });
    worker().answer({ id: worker().lastId(), seen: seen('read') });
    await expect(read).resolves.toEqual(seen('read'));
    expect(close).toHaveBeenCalledOnce();
  });
});
