import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createCascade, type Cascade } from '../../lib/scan/cascade.ts';
import { createWasmReader, type WasmReader } from '../../lib/scan/wasm-reader.ts';

/** The readers of the site in Node, where the platform has none of its own. */
export function nodeCascade(): Cascade {
  return createCascade({ wasm: installedWasmReader });
}

/** The WebAssembly reader from the installed package. */
async function installedWasmReader(): Promise<WasmReader> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const { buffer, byteOffset, byteLength } = await readFile(file);
  return createWasmReader(buffer.slice(byteOffset, byteOffset + byteLength));
}
