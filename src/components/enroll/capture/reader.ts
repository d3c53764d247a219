import { createQrReader, type QrReader } from '../../../lib/scan/reader.browser.ts';
import { startScanWorker } from '../../../workers/start.browser.ts';

/** The QR reader in its worker. */
export function startReader(): QrReader {
  return createQrReader(startScanWorker);
}
