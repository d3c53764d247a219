import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { answerScan } from '../lib/scan/answer.browser.ts';
import { createCascade } from '../lib/scan/cascade.ts';
import { createNativeReader } from '../lib/scan/native-reader.browser.ts';
import { WARM_UP } from '../lib/scan/protocol.ts';
import type { ScanRequest } from '../lib/scan/protocol.ts';
import type { WasmReader } from '../lib/scan/wasm-reader.ts';

/** Reads QR codes away from the page, so that it never stutters; one answer for each request. */

const cascade = createCascade({
  native: createNativeReader,
  // Browsers in a lockdown mode have no WebAssembly: then the file is not even fetched.
  ...(typeof WebAssembly === 'object' && { wasm: fetchWasmReader }),
});

self.addEventListener('message', ({ data }: MessageEvent<ScanRequest | typeof WARM_UP>) => {
  if (data === WARM_UP) cascade.warm();
  else
    void answerScan(cascade, data).then((answer) => {
      self.postMessage(answer);
    });
});

async function fetchWasmReader(): Promise<WasmReader> {
  const [{ createWasmReader }, response] = await Promise.all([
    import('../lib/scan/wasm-reader.ts'),
    fetch(wasmUrl),
  ]);
  if (!response.ok) throw new Error(`The reader's file was answered with ${response.status}.`);
  return createWasmReader(await response.arrayBuffer());
}
