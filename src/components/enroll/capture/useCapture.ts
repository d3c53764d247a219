import { useEffect, useRef, useState } from 'preact/hooks';
import type { OtpFound } from '../../../lib/otp/reading.ts';
import type { QrReader } from '../../../lib/scan/reader.browser.ts';
import { canCaptureScreen } from '../../../lib/scan/can-capture-screen.browser.ts';
import { words } from '../words.ts';

export interface Capture {
  /** What is going on, in words; absent when nothing is. */
  readonly busy: string | undefined;
  /** What went wrong with the last capture, and what to do. */
  readonly problem: string | undefined;
  readonly picture: (picture: Blob) => Promise<void>;
  readonly screen: () => Promise<void>;
  /** What a person typed or pasted: a secret key or a link. */
  readonly typed: (text: string) => Promise<void>;
  /** The texts of the QR codes in a picture. */
  readonly texts: (texts: readonly string[]) => Promise<void>;
  readonly clipboard: () => Promise<void>;
}

/** Every way from a picture or a text to an enrollment's parameters; `captured` stores them. */
export function useCapture(captured: (found: OtpFound) => Promise<void>): Capture {
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const reader = useRef<Promise<QrReader>>();

  useEffect(() => {
    // Ahead of the click: the browser asks for a screen only while a click is being handled.
    if (canCaptureScreen()) void loadScreen().catch(() => undefined);
  }, []);
  useEffect(
    () => () => {
      void reader.current?.then((started) => {
        started.close();
      });
    },
    [],
  );

  const readPicture = async (picture: Blob | ImageBitmap): Promise<readonly string[]> => {
    reader.current ??= import('./reader.ts').then(({ startReader }) => startReader());
    return (await reader.current).read(picture);
  };

  /** Runs one capture at a time, with its words while it runs and its problem when it fails. */
  const during = async (what: string, run: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setProblem(undefined);
    try {
      await run();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(undefined);
    }
  };

  const takeText = async (text: string, typed: boolean): Promise<void> => {
    const { readOtpText, readTypedKey } = await import('../../../lib/otp/parse.ts');
    const reading = typed ? readTypedKey(text) : readOtpText(text);
    if (reading.kind === 'otp') await captured(reading);
    else throw new Error(reading.message);
  };

  const takeTexts = async (texts: readonly string[]): Promise<void> => {
    const [text] = texts;
    if (text === undefined) throw new Error(words.noQrCode);
    await takeText(text, false);
  };

  return {
    busy,
    problem,
    picture: (picture) =>
      during(words.readingPicture, async () => takeTexts(await readPicture(picture))),
    screen: () =>
      during(words.waitingForScreen, async () => {
        const { captureScreenFrame } = await loadScreen();
        const frame = await captureScreenFrame();
        setBusy(words.readingPicture);
        await takeTexts(await readPicture(frame));
      }),
    typed: (text) => during(words.saving, () => takeText(text, true)),
    texts: (texts) => during(words.saving, () => takeTexts(texts)),
    clipboard: () =>
      during(words.readingClipboard, async () => {
        const pasted = await readClipboard();
        if (typeof pasted === 'string') await takeText(pasted, true);
        else await takeTexts(await readPicture(pasted));
      }),
  };
}

function loadScreen() {
  return import('../../../lib/scan/screen.browser.ts');
}

/** A picture if the clipboard holds one, else its text. */
async function readClipboard(): Promise<Blob | string> {
  const items = await navigator.clipboard.read().catch(() => {
    throw new Error(words.clipboardBlocked);
  });
  for (const kind of ['image/', 'text/plain']) {
    for (const item of items) {
      const type = item.types.find((each) => each.startsWith(kind));
      if (type === undefined) continue;
      const content = await item.getType(type);
      return kind === 'image/' ? content : content.text();
    }
  }
  throw new Error(words.clipboardEmpty);
}
