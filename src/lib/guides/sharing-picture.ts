import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import satori from 'satori';
import sharp from 'sharp';

/** Pixels; what networks ask for. */
const size = { width: 1200, height: 630 } as const;

const color = { paper: '#fcfcfa', ink: '#1a1f26', soft: '#4a5360', accent: '#2746b0' } as const;

type Style = Readonly<Record<string, string | number>>;

interface Node {
  readonly type: 'div';
  readonly props: { readonly style: Style; readonly children: string | readonly Node[] };
}

function box(style: Style, children: string | readonly Node[]): Node {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

let fonts: Promise<{ name: string; data: Buffer; weight: 400 | 700 }[]> | undefined;

/** The picture that is shown where a page is shared, as PNG: a title, and a line under it. */
export async function sharingPicture(title: string, line: string): Promise<Buffer> {
  const svg = await satori(
    box(
      {
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        boxSizing: 'border-box',
        padding: 80,
        color: color.ink,
        background: color.paper,
        borderLeft: `24px solid ${color.accent}`,
        fontFamily: 'Inter',
      },
      [
        box({ fontSize: 40, fontWeight: 700, color: color.accent }, '2FAA'),
        box({ flexDirection: 'column', gap: 28 }, [
          box({ fontSize: title.length > 34 ? 68 : 84, fontWeight: 700, lineHeight: 1.15 }, title),
          box({ fontSize: 36, color: color.soft, lineHeight: 1.4 }, line),
        ]),
        box({ fontSize: 30, color: color.soft }, 'Step by step. Nothing is uploaded.'),
      ],
    ),
    { ...size, fonts: await (fonts ??= loadFonts()) },
  );
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
}

function loadFonts(): Promise<{ name: string; data: Buffer; weight: 400 | 700 }[]> {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(
    ([400, 700] as const).map(async (weight) => ({
      name: 'Inter',
      weight,
      data: await readFile(
        resolve(`@fontsource/inter/files/inter-latin-${String(weight)}-normal.woff`),
      ),
    })),
  );
}
