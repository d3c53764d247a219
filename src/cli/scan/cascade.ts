import { createCascade, type Cascade } from '../../lib/scan/cascade.ts';
import { createWasmReader } from '../../lib/scan/wasm-reader.ts';
import { readWasm } from './wasm-file.ts';

/** The readers of the site in Node, where the platform has none of its own. */
export function nodeCascade(): Cascade {
  return createCascade({
    wasm: async () => createWasmReader(Uint8Array.from(await readWasm()).buffer),
  });
}
