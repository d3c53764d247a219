import { createQrReader, type QrReader } from '../../lib/scan/reader.browser.ts';
import { startScanWorker } from '../../workers/start.browser.ts';
import type { TakenPicture } from './Taken.tsx';
import type { Captured } from './verdict.ts';

/** The QR reader in its worker, which fetches at once what it reads most with. */
export function startReader(): QrReader {
  const reader = createQrReader(startScanWorker);
  reader.warm();
  return reader;
}

/** Reads whole captures. */
export interface PictureReader {
  readonly all: (pictures: readonly Blob[]) => Promise<Captured>;
  readonly screen: (frame: ImageBitmap) => ReturnType<typeof readScreen>;
  readonly close: () => void;
}

export function readPictures(): PictureReader {
  const reader = startReader();
  return {
    all: (pictures) => readAll(reader, pictures),
    screen: (frame) => readScreen(reader, frame),
    close: reader.close,
  };
}

/**
 * Reads several picture files as one capture. Where any has a code, the others may fail;
 * where none has, the first failure is thrown.
 */
async function readAll(reader: QrReader, pictures: readonly Blob[]): Promise<Captured> {
  const read = await Promise.allSettled(pictures.map((picture) => reader.read(picture)));
  const seen = read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const texts = seen.flatMap(({ codes }) => codes.map(({ text }) => text));
  const failed = read.find(({ status }) => status === 'rejected');
  if (texts.length === 0 && failed?.status === 'rejected') throw failed.reason;
  return { texts, unreadable: seen.some(({ unreadable }) => unreadable) };
}

/** Reads one frame of a screen, and keeps a small copy of it or of the code in it. */
async function readScreen(
  reader: QrReader,
  frame: ImageBitmap,
): Promise<{ captured: Captured; taken: TakenPicture }> {
  const copy = await createImageBitmap(frame);
  const { codes, unreadable } = await reader.read(frame).catch((error: unknown) => {
    copy.close();
    throw error;
  });
  const [only] = codes;
  const crop = codes.length === 1 ? only?.box : undefined;
  const taken = { bitmap: copy, ...(crop && { crop }) };
  return { captured: { texts: codes.map(({ text }) => text), unreadable }, taken };
}
