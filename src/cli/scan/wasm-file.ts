import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/**
 * The bytes of the WebAssembly reader, out of its package. The build puts them into the
 * command's one file instead of this (scripts/build-cli.ts).
 */
export function readWasm(): Promise<Uint8Array> {
  return readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
}
