import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium } from 'playwright';
import sharp from 'sharp';
import sirv from 'sirv';
import { browserPath } from '../../../scripts/browser.ts';
import { ensureBuilt, root, site } from '../../../scripts/built.ts';
import type { BenchPicture } from './pictures.ts';
import { OURS, type Outcome } from './result.ts';

/**
 * The same comparison in a browser. Ours is the site's own worker, its messages included;
 * the peers run in the page, which is to their advantage.
 */
export async function runInChromium(pictures: readonly BenchPicture[]): Promise<Outcome[]> {
  await ensureBuilt();
  const [worker = ''] = await readdir(path.join(site, '_astro/workers')).then((files) =>
    files.filter((file) => file.startsWith('scan.worker')),
  );
  let current: Buffer = Buffer.alloc(0);
  const built = sirv(site);
  const peers = sirv(path.join(root, 'node_modules'), { dev: true });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (url === '/') response.setHeader('Content-Type', 'text/html').end('<!doctype html>');
    else if (url.startsWith('/picture'))
      response.setHeader('Content-Type', 'image/png').end(current);
    else if (url.startsWith('/peers/')) {
      request.url = url.slice('/peers'.length);
      peers(request, response);
    } else built(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({ ...browserPath(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/`);
    await page.addScriptTag({ url: '/peers/@zxing/library/umd/index.min.js' });
    await page.addScriptTag({ url: '/peers/jsqr/dist/jsQR.js' });
    await page.evaluate(prepare, { worker: `/_astro/workers/${worker}`, ours: OURS });
    const outcomes: Outcome[] = [];
    for (const { kind, text, make } of pictures) {
      const { width, height, data } = await make();
      const raw = { width, height, channels: 4 } as const;
      current = await sharp(data, { raw }).png({ compressionLevel: 1 }).toBuffer();
      const results = await page.evaluate(() => (globalThis as unknown as InPage).readPicture());
      for (const { reader, texts, time } of results) {
        const decoded =
          text === undefined ? texts.length > 0 : texts.some((each) => each.trim() === text);
        outcomes.push({ kind, reader, decoded, time });
      }
    }
    return outcomes;
  } finally {
    await browser.close();
    server.close();
  }
}

interface InPage {
  readPicture: () => Promise<{ reader: string; texts: string[]; time: number }[]>;
}

/** Runs in the page: nothing from outside may be used. */
async function prepare({ worker, ours }: { worker: string; ours: string }): Promise<void> {
  interface Pixels {
    readonly width: number;
    readonly height: number;
    readonly data: Uint8ClampedArray<ArrayBuffer>;
  }
  type Texts = string[] | Promise<string[]>;
  // By a variable, as the addresses are the page's own and not this file's.
  const load = (url: string): Promise<unknown> => import(url);
  const { default: decodeQr } = (await load('/peers/qr/decode.js')) as {
    default: (pixels: Pixels) => string;
  };
  const wasm = (await load('/peers/zxing-wasm/dist/es/reader/index.js')) as {
    prepareZXingModule: (options: object) => Promise<unknown>;
    readBarcodes: (pixels: Pixels, options: object) => Promise<{ text: string }[]>;
  };
  const locateFile = () => '/peers/zxing-wasm/dist/reader/zxing_reader.wasm';
  await wasm.prepareZXingModule({ overrides: { locateFile }, fireImmediately: true });
  const { ZXing, jsQR } = globalThis as unknown as {
    ZXing: typeof import('@zxing/library');
    jsQR: (
      data: Uint8ClampedArray,
      width: number,
      height: number,
      options: object,
    ) => { data: string } | null;
  };
  const scanner = new Worker(worker, { type: 'module' });
  let lastId = 0;
  const ask = ({ width, height, data }: Pixels) =>
    new Promise<string[]>((resolve) => {
      const id = (lastId += 1);
      const picture = { width, height, data: data.slice() };
      const listen = ({ data: answer }: MessageEvent) => {
        const { id: of, seen } = answer as { id: number; seen?: { codes: { text: string }[] } };
        if (of !== id) return;
        scanner.removeEventListener('message', listen);
        resolve((seen?.codes ?? []).map(({ text }) => text));
      };
      scanner.addEventListener('message', listen);
      scanner.postMessage({ id, picture, effort: 'thorough' }, [picture.data.buffer]);
    });
  const readers: Record<string, (pixels: Pixels) => Texts> = {
    [ours]: ask,
    'zxing-wasm': async (pixels) =>
      (await wasm.readBarcodes(pixels, { formats: ['QRCode'], textMode: 'Plain' })).map(
        ({ text }) => text,
      ),
    '@zxing/library': ({ width, height, data }) => {
      const gray = new Uint8ClampedArray(width * height);
      for (let pixel = 0, byte = 0; pixel < gray.length; pixel += 1, byte += 4)
        gray[pixel] = ((data[byte] ?? 0) + 2 * (data[byte + 1] ?? 0) + (data[byte + 2] ?? 0)) / 4;
      const source = new ZXing.RGBLuminanceSource(gray, width, height);
      const bitmap = new ZXing.BinaryBitmap(new ZXing.HybridBinarizer(source));
      const hints = new Map([[ZXing.DecodeHintType.TRY_HARDER, true]]);
      return [new ZXing.QRCodeReader().decode(bitmap, hints).getText()];
    },
    jsqr: ({ width, height, data }) => {
      const found = jsQR(data, width, height, { inversionAttempts: 'attemptBoth' });
      return found === null ? [] : [found.data];
    },
    qr: (pixels) => [decodeQr(pixels)],
  };
  const readPicture = async () => {
    const bitmap = await createImageBitmap(await (await fetch('/picture')).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height) as unknown as Pixels;
    const results: { reader: string; texts: string[]; time: number }[] = [];
    for (const [reader, read] of Object.entries(readers)) {
      const begin = performance.now();
      let texts: string[] = [];
      try {
        texts = await read(pixels);
      } catch {
        // Some throw where they find nothing.
      }
      results.push({ reader, texts, time: performance.now() - begin });
    }
    return results;
  };
  Object.assign(globalThis, { readPicture });
  // A picture of nothing, so that WebAssembly is warm for ours and the peer alike.
  await ask({ width: 64, height: 64, data: new Uint8ClampedArray(64 * 64 * 4).fill(255) });
}
