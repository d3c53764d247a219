import { platform } from './platform.browser.ts';

/** `changed`: something was stored; `lock`: let the keys go. */
export type Signal = 'changed' | 'lock';

/** Tells this tab and the others that the vault changed; not what, so nothing leaks by it. */
export class Signals {
  #channel: BroadcastChannel | undefined;
  readonly #listeners = new Set<() => void>();

  /** @param onRemote called when another tab, or another vault in this one, told something. */
  constructor(name: string, onRemote: (signal: Signal) => void) {
    const Channel = platform.BroadcastChannel;
    if (Channel === undefined) return;
    this.#channel = new Channel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      onRemote(data === 'lock' ? data : 'changed');
    };
  }

  subscribe(listener: () => void): () => void {
    // A function of its own, so that a listener that subscribes twice can leave once.
    const own = (): void => {
      listener();
    };
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  /** Calls the listeners of this tab, after the current work, so that none can break it. */
  notify(): void {
    for (const listener of this.#listeners) {
      queueMicrotask(() => {
        if (this.#listeners.has(listener)) listener();
      });
    }
  }

  /** Tells this tab and the others. */
  announce(): void {
    this.tell('changed');
    this.notify();
  }

  /** Tells the other tabs. */
  tell(signal: Signal): void {
    this.#channel?.postMessage(signal);
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
    this.#listeners.clear();
  }
}
