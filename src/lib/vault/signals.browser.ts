import { platform } from './platform.browser.ts';

/** Tells this tab and the others that the vault changed; not what, so nothing leaks by it. */
export class Signals {
  #channel: BroadcastChannel | undefined;
  readonly #listeners = new Set<() => void>();

  /** @param onRemote called when another tab, or another vault in this one, made a change. */
  constructor(name: string, onRemote: () => void) {
    const Channel = platform.BroadcastChannel;
    if (Channel === undefined) return;
    this.#channel = new Channel(name);
    this.#channel.onmessage = onRemote;
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
    this.#channel?.postMessage('changed');
    this.notify();
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
    this.#listeners.clear();
  }
}
