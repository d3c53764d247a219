import { useEffect, useRef, useState } from 'preact/hooks';
import type { OtpParameters } from '../../lib/otp/parameters.ts';
import type { OtpFound } from '../../lib/otp/reading.ts';
import { canCaptureScreen } from '../../lib/scan/can-capture-screen.browser.ts';
import { words } from './words.ts';
import type { PictureReader } from './reader.ts';
import type { TakenPicture } from './Taken.tsx';
import type { Captured, Verdict } from './verdict.ts';

export type Choice = Extract<Verdict, { kind: 'choice' | 'batch' }>;

/** Adds to what a text said what a person said beside it. */
export type Adjust = (found: OtpFound) => OtpFound;

/** Stores all of several entries. */
export type SaveAll = (entries: readonly OtpParameters[]) => Promise<void>;

export interface Capture {
  /** What is going on, in words; absent when nothing is. */
  readonly busy: string | undefined;
  /** What went wrong with the last capture, and what to do. */
  readonly problem: string | undefined;
  /** What the person has to choose from before anything is saved. */
  readonly choice: Choice | undefined;
  /** What was captured of the screen last. */
  readonly taken: TakenPicture | undefined;
  readonly pictures: (pictures: readonly Blob[]) => Promise<void>;
  readonly screen: () => Promise<void>;
  /** What a person typed or pasted: a secret key or a link. */
  readonly typed: (text: string, adjust?: Adjust) => Promise<void>;
  /** What a camera saw. */
  readonly seen: (captured: Captured) => Promise<void>;
  readonly clipboard: () => Promise<void>;
  readonly choose: (found: OtpFound) => Promise<void>;
  /** Where several can be saved at once; absent where one is set up after another. */
  readonly saveAll: SaveAll | undefined;
  readonly chooseAll: SaveAll;
  readonly dismiss: () => void;
}

/** Every way from a picture or a text to an enrollment's parameters; `captured` stores them. */
export function useCapture(
  captured: (found: OtpFound) => Promise<void>,
  saveAll?: SaveAll,
): Capture {
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [choice, setChoice] = useState<Choice>();
  const [taken, setTaken] = useState<TakenPicture>();
  const started = useRef<Promise<PictureReader>>();

  useEffect(() => {
    // Ahead of the click: the browser asks for a screen only while a click is being handled.
    if (canCaptureScreen()) void loadScreen().catch(() => undefined);
  }, []);
  useEffect(
    () => () => {
      void started.current?.then((reader) => {
        reader.close();
      });
    },
    [],
  );

  /** The reader in its worker, which begins to fetch what it needs. */
  const startReader = (): Promise<PictureReader> =>
    (started.current ??= import('./reader.ts').then((module) => module.readPictures()));

  /** Runs one capture at a time, with its words while it runs and its problem when it fails. */
  const during = async (what: string, run: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setProblem(undefined);
    setTaken(undefined);
    try {
      await run();
    } catch (error) {
      if (!isChangeOfMind(error))
        setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(undefined);
    }
  };

  const take = async (what: Captured, adjust?: Adjust): Promise<void> => {
    const { judge } = await import('./verdict.ts');
    const verdict = await judge(what, choice?.kind === 'batch' ? choice.batch : []);
    if (verdict.kind === 'problem') throw new Error(verdict.message);
    setChoice(verdict.kind === 'found' ? undefined : verdict);
    if (verdict.kind === 'found') await captured(adjust?.(verdict.found) ?? verdict.found);
  };

  const takePictures = async (pictures: readonly Blob[]): Promise<void> => {
    const reader = await startReader();
    await take(await reader.all(pictures));
  };

  return {
    busy,
    problem,
    choice,
    taken,
    pictures: (pictures) => during(words.readingPicture, () => takePictures(pictures)),
    screen: () =>
      during(words.waitingForScreen, async () => {
        void startReader();
        const { captureScreenFrame } = await loadScreen();
        const frame = await captureScreenFrame();
        setBusy(words.readingPicture);
        const reader = await startReader();
        const read = await reader.screen(frame);
        setTaken(read.taken);
        await take(read.captured);
      }),
    typed: (text, adjust) =>
      during(words.saving, () => take({ texts: [text], typed: true }, adjust)),
    seen: (what) => during(words.saving, () => take(what)),
    clipboard: () =>
      during(words.readingClipboard, async () => {
        const pasted = await readClipboard();
        if (typeof pasted === 'string') await take({ texts: [pasted], typed: true });
        else await takePictures([pasted]);
      }),
    choose: (found) =>
      during(words.saving, async () => {
        setChoice(undefined);
        await captured(found);
      }),
    saveAll,
    chooseAll: (entries) =>
      during(words.saving, async () => {
        await saveAll?.(entries);
        setChoice(undefined);
      }),
    dismiss: () => {
      setChoice(undefined);
      setTaken(undefined);
    },
  };
}

/** The person closed the browser's chooser of windows: nothing went wrong. */
function isChangeOfMind(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'screen-cancelled';
}

function loadScreen() {
  return import('../../lib/scan/screen.browser.ts');
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
