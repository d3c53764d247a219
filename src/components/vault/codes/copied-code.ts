/** What this needs of a window. */
export interface ClipboardWindow {
  readonly navigator: {
    readonly clipboard?: Pick<Clipboard, 'readText' | 'writeText'>;
    readonly permissions?: { query: (descriptor: never) => Promise<PermissionStatus> };
  };
  readonly document: Pick<Document, 'hasFocus'>;
  readonly addEventListener: (type: 'focus', listener: () => void) => void;
  readonly removeEventListener: (type: 'focus', listener: () => void) => void;
}

/**
 * Whether a page may look at the clipboard, and so can tell whether a code is still
 * there; `never` where the browser asks each time or does not let pages do it at all.
 */
export async function clipboardReading({
  navigator: { clipboard, permissions },
}: ClipboardWindow): Promise<PermissionState | 'never'> {
  try {
    if (clipboard === undefined || permissions === undefined) return 'never';
    return (await permissions.query({ name: 'clipboard-read' } as never)).state;
  } catch {
    return 'never';
  }
}

/**
 * Takes a code off the clipboard some time after it was copied, if it is still there:
 * what the person copied since is never touched. Browsers let only the page in front do
 * that, so a page in the background does it when it comes back.
 */
export class CopiedCode {
  readonly #view: ClipboardWindow;
  readonly #onCleared: () => void;
  #cancel: () => void = () => undefined;

  constructor(view: ClipboardWindow, onCleared: () => void) {
    this.#view = view;
    this.#onCleared = onCleared;
  }

  /** @param seconds after which it goes; 0 is never */
  remember(code: string, seconds: number): void {
    this.forget();
    if (seconds === 0) return;
    const view = this.#view;
    const clear = (): void => {
      if (view.document.hasFocus()) void this.#clear(code);
    };
    const timer = setTimeout(() => {
      view.addEventListener('focus', clear);
      clear();
    }, seconds * 1000);
    this.#cancel = () => {
      clearTimeout(timer);
      view.removeEventListener('focus', clear);
    };
  }

  /** Leaves the clipboard as it is from here on. */
  forget(): void {
    this.#cancel();
    this.#cancel = () => undefined;
  }

  async #clear(code: string): Promise<void> {
    const { clipboard } = this.#view.navigator;
    if (clipboard === undefined || (await clipboardReading(this.#view)) !== 'granted') return;
    try {
      const there = (await clipboard.readText()) === code;
      if (there) await clipboard.writeText('');
      this.forget();
      if (there) this.#onCleared();
    } catch {
      // The page lost the focus again; the next time it has it, this is tried again.
    }
  }
}
