import sharp from 'sharp';
import type { Picture } from '../../../src/lib/scan/picture.ts';
import { pick, randomBase32, seededRandom, type Random } from '../../helpers/random.ts';
import { blur, fill, noise, paste, plain, shade, toPixels, trim, type Gray } from './gray.ts';
import { frontal, modulesOf, slanted, view } from './view.ts';

/** One picture of the set: what it shows, and how to make it. */
export interface BenchPicture {
  /** The kind, such as `glare`; the table counts by it. */
  readonly kind: string;
  /** What the code says; `undefined` where any text counts. */
  readonly text: string | undefined;
  readonly make: () => Promise<Picture>;
}

/** What each kind looks like; `random` and `index` vary it. */
type Recipe = (text: string, random: Random, index: number) => Gray | Promise<Gray>;

const between = (random: Random, least: number, most: number) => least + random() * (most - least);

/** A page with lines of text around a code, as on a screen. */
function page(code: Gray, width: number, height: number, random: Random, light = 255, ink = 60) {
  const screen = plain(width, height, light);
  const unit = Math.max(8, Math.round(height / 90));
  for (let y = unit * 3; y < height - unit; y += unit * 2)
    for (let x = unit * 4; x < width * between(random, 0.3, 0.9); x += unit * between(random, 2, 7))
      fill(screen, x, y, unit * between(random, 1, 4), unit * 0.7, ink);
  const x = Math.floor(between(random, 0, width - code.width));
  const y = Math.floor(between(random, 0, height - code.height));
  paste(screen, code, x, y);
  return screen;
}

/** A code from the front on a square of its own. */
function square(
  text: string,
  moduleSize: number,
  options: {
    quietZone?: number;
    dark?: number;
    light?: number;
    logo?: number;
    shift?: number;
    around?: number;
    errorCorrection?: 'L' | 'M' | 'Q' | 'H';
  } = {},
): Gray {
  const { quietZone = 4, shift = 0 } = options;
  const modules = modulesOf(text, options.errorCorrection);
  const side = Math.ceil((modules + 2 * quietZone) * moduleSize);
  return view(text, {
    ...options,
    width: side,
    height: side,
    gaze: frontal(moduleSize, [side / 2 + shift, side / 2 + shift]),
  });
}

/** A photo: the code on paper or a screen, a hand's distance away. */
function photo(
  text: string,
  random: Random,
  changes: { tilt?: number; moduleSize?: number; degrees?: number } = {},
): Gray {
  const {
    tilt = 0.003,
    moduleSize = between(random, 6, 10),
    degrees = between(random, -12, 12),
  } = changes;
  const tilts = [between(random, -tilt, tilt), between(random, -tilt, tilt)] as const;
  return view(text, {
    width: 1280,
    height: 960,
    dark: 45,
    light: 205,
    around: 120,
    gaze: slanted(
      moduleSize,
      [between(random, 560, 720), between(random, 430, 530)],
      ...tilts,
      degrees,
    ),
  });
}

async function jpeg(picture: Gray, quality: number): Promise<Gray> {
  const { width, height } = picture;
  const bytes = await sharp(picture.data, { raw: { width, height, channels: 1 } })
    .jpeg({ quality })
    .toBuffer();
  const data = await sharp(bytes).toColourspace('b-w').raw().toBuffer();
  return { width, height, data: new Uint8ClampedArray(data) };
}

/** Light that falls off to one side, and a bright spot. */
function glare(picture: Gray, random: Random, strength: number): Gray {
  const [x0, y0] = [
    between(random, 0.3, 0.7) * picture.width,
    between(random, 0.3, 0.7) * picture.height,
  ];
  const radius = between(random, 0.08, 0.2) * picture.width;
  return shade(picture, (light, x, y) => {
    const near = Math.exp(-((x - x0) ** 2 + (y - y0) ** 2) / (2 * radius ** 2));
    return light * (0.5 + (0.5 * x) / picture.width) + near * strength;
  });
}

/** The screen's own pixels against the camera's: stripes in two directions, and noise. */
function moire(picture: Gray, random: Random, depth: number): Gray {
  const [a, b] = [between(random, 0.35, 0.9), between(random, 0.35, 0.9)];
  return shade(
    picture,
    (light, x, y) => light + depth * (Math.sin(x * a + y * 0.11) + Math.sin(y * b - x * 0.07)),
  );
}

const RECIPES: Readonly<Record<string, readonly [count: number, recipe: Recipe]>> = {
  'screenshot 1x': [
    15,
    (text, random) =>
      page(
        square(text, pick(random, [2, 3, 3.5, 4]), { quietZone: 2, shift: random() }),
        1280,
        800,
        random,
      ),
  ],
  'screenshot 1.5x': [
    15,
    (text, random) =>
      page(square(text, pick(random, [3, 4.5, 5.25, 6]), { shift: random() }), 1920, 1200, random),
  ],
  'screenshot 2x': [
    10,
    (text, random) =>
      page(square(text, pick(random, [4, 6, 7]), { shift: random() }), 2560, 1600, random),
  ],
  'screenshot 4K': [
    10,
    (text, random) =>
      page(
        square(text, pick(random, [2, 3, 4, 8]), { quietZone: 2, shift: random() }),
        3840,
        2160,
        random,
      ),
  ],
  'dark mode': [
    12,
    (text, random, index) =>
      page(
        square(
          text,
          pick(random, [3, 4]),
          index % 2 === 0 ? { quietZone: 1, around: 24 } : { dark: 235, light: 24 },
        ),
        1280,
        800,
        random,
        24,
        200,
      ),
  ],
  'JPEG quality 30': [12, (text, random) => jpeg(square(text, between(random, 2.5, 5)), 30)],
  perspective: [
    20,
    (text, random, index) =>
      noise(blur(photo(text, random, { tilt: 0.004 + index * 0.0004 }), 1), 20, random),
  ],
  blur: [
    20,
    (text, random, index) =>
      noise(blur(photo(text, random, { moduleSize: 7 }), 1.5 + index * 0.18), 12, random),
  ],
  moiré: [
    15,
    (text, random, index) => noise(moire(photo(text, random), random, 12 + index * 3), 20, random),
  ],
  glare: [
    15,
    (text, random, index) => noise(glare(photo(text, random), random, 60 + index * 12), 12, random),
  ],
  rotation: [
    45,
    (text, random, index) =>
      view(text, {
        width: 420,
        height: 420,
        gaze: frontal(between(random, 3, 5), [210, 210], index + 1),
      }),
  ],
  'low contrast': [
    15,
    (text, random, index) =>
      noise(square(text, 5, { dark: 128 - 18 + index, light: 128 + 18 - index }), 3, random),
  ],
  tiny: [15, (text, random, index) => square(text, 1 + index * 0.1, { shift: random() })],
  huge: [5, (text, random) => square(text, between(random, 30, 50))],
  logo: [
    12,
    (text, _, index) =>
      square(text, 5, { logo: 9 + index, errorCorrection: index < 4 ? 'Q' : 'H' }),
  ],
  'cropped border': [
    12,
    (text, random, index) => {
      const moduleSize = pick(random, [3, 4, 6]);
      const code = square(text, moduleSize, { quietZone: 0, errorCorrection: 'M', around: 255 });
      const onPage = plain(code.width + 80, code.height + 80, index % 2 === 0 ? 30 : 255);
      paste(onPage, code, 40, 40);
      return index % 3 === 0 ? onPage : trim(onPage, 40);
    },
  ],
};

/** The set, always the same; pictures are made when they are asked for. */
export function benchPictures(): BenchPicture[] {
  return Object.entries(RECIPES).flatMap(([kind, [count, recipe]], row) =>
    Array.from({ length: count }, (_, index) => {
      const seed = row * 1000 + index;
      const text = awsLink(seededRandom(seed));
      const make = async () => toPixels(await recipe(text, seededRandom(seed + 500), index));
      return { kind, text, make };
    }),
  );
}

/** What AWS shows: 64 characters of Base32. */
function awsLink(random: Random): string {
  const issuer = 'Amazon%20Web%20Services';
  return `otpauth://totp/${issuer}:user@123456789012?secret=${randomBase32(random, 64)}&issuer=${issuer}`;
}
