import { answerScan } from '../lib/scan/answer.browser.ts';
import type { ScanRequest } from '../lib/scan/protocol.ts';

/** Reads QR codes away from the page, so that it never stutters; one answer for each request. */
self.addEventListener('message', (event: MessageEvent<ScanRequest>) => {
  void answerScan(event.data).then((answer) => {
    self.postMessage(answer);
  });
});
