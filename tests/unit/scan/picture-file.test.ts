import { describe, expect, test } from 'vitest';
import { declaredSizeOf } from '../../../src/lib/scan/declared-size.ts';
import { fileKindOf } from '../../../src/lib/scan/file-kind.ts';
import { inspectFile, unopenable } from '../../../src/lib/scan/picture-file.ts';
import { encodePng } from '../../helpers/png.ts';
import { WHITE, draw } from '../../helpers/qr-picture.ts';

/** Bytes from text, a character each, and from numbers. */
function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (character) => character.charCodeAt(0)) : part,
    ),
  );
}

const u16 = (value: number) => [value >> 8, value & 0xff];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const reversed = (values: readonly number[]) => [...values].reverse();

const PNG = (width: number, height: number) =>
  bytes('\x89PNG\r\n\x1a\n', u32(13), 'IHDR', u32(width), u32(height), [8, 6, 0, 0, 0]);
const JPEG = (width: number, height: number) =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe1],
    u16(402),
    Array.from({ length: 400 }, () => 0xff),
    [0xff, 0xff],
    [0xff, 0xdb],
    u16(3),
    [7],
    [0xff, 0xc2],
    u16(11),
    [8],
    u16(height),
    u16(width),
    [1, 0x11, 0],
  );
const GIF = (width: number, height: number) =>
  bytes('GIF89a', reversed(u16(width)), reversed(u16(height)));
const BMP = (width: number, height: number) =>
  bytes(
    'BM',
    Array.from({ length: 12 }, () => 0),
    reversed(u32(40)),
    reversed(u32(width)),
    reversed(u32(-height >>> 0)),
  );
const WEBP_LOSSY = (width: number, height: number) =>
  bytes(
    'RIFF',
    u32(0),
    'WEBPVP8 ',
    u32(0),
    [0, 0, 0, 0x9d, 0x01, 0x2a],
    reversed(u16(width | 0x4000)),
    reversed(u16(height)),
  );
const WEBP_LOSSLESS = (width: number, height: number) =>
  bytes(
    'RIFF',
    u32(0),
    'WEBPVP8L',
    u32(0),
    [0x2f],
    reversed(u32((width - 1) | ((height - 1) << 14))),
  );
const WEBP_EXTENDED = (width: number, height: number) =>
  bytes(
    'RIFF',
    u32(0),
    'WEBPVP8X',
    u32(0),
    [0x10, 0, 0, 0],
    reversed(u32(width - 1)).slice(0, 3),
    reversed(u32(height - 1)).slice(0, 3),
  );
const HEIF = (brand: string) => (width: number, height: number) =>
  bytes(
    u32(24),
    'ftyp',
    brand,
    u32(0),
    'mif1',
    u32(20),
    'ispe',
    u32(0),
    u32(512),
    u32(512),
    u32(20),
    'ispe',
    u32(0),
    u32(width),
    u32(height),
  );

const MADE = {
  png: PNG,
  jpeg: JPEG,
  gif: GIF,
  bmp: BMP,
  webp: WEBP_EXTENDED,
};

describe('a picture file', () => {
  test.each([
    ['png', PNG],
    ['jpeg', JPEG],
    ['gif', GIF],
    ['bmp', BMP],
    ['webp', WEBP_LOSSY],
    ['webp', WEBP_LOSSLESS],
    ['webp', WEBP_EXTENDED],
    ['avif', HEIF('avif')],
    ['heic', HEIF('heic')],
  ] as const)('is recognized and measured: %s', (kind, fileOf) => {
    const file = fileOf(4032, 3024);
    expect(fileKindOf(file)).toBe(kind);
    expect(declaredSizeOf(kind, file)).toEqual({ width: 4032, height: 3024 });
  });

  test.each([
    ['pdf', bytes('%PDF-1.7\n%\xe2\xe3')],
    ['svg', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['svg', bytes('<?xml version="1.0"?>\n<!-- drawn -->\n<svg width="9">')],
    ['tiff', bytes('II*\0')],
    ['archive', bytes('PK\x03\x04\x14\0')],
    ['video', bytes(u32(24), 'ftypisom')],
    ['text', bytes('otpauth://totp/a?secret=JBSWY3DPEHPK3PXP\n')],
    ['text', bytes('Zur\xc3\xbcck')],
    ['unknown', bytes([0, 1, 2, 3])],
    ['unknown', bytes()],
  ] as const)('that is none is recognized: %s', (kind, file) => {
    expect(fileKindOf(file)).toBe(kind);
    expect(declaredSizeOf(kind, file)).toBeUndefined();
  });

  test.each(['png', 'jpeg', 'gif', 'bmp', 'webp'] as const)(
    'that is cut off has its size or none: %s',
    (kind) => {
      const file = MADE[kind](300, 200);
      for (let length = 0; length < file.length; length += 1) {
        const size = declaredSizeOf(kind, file.subarray(0, length));
        if (size !== undefined) expect(size).toEqual({ width: 300, height: 200 });
      }
      expect(declaredSizeOf(kind, file.subarray(0, 9))).toBeUndefined();
    },
  );

  test('is told by what it holds, not by its name', async () => {
    const png = encodePng(draw(3, 2, () => WHITE));
    expect(declaredSizeOf('png', png)).toEqual({ width: 3, height: 2 });
    await expect(inspectFile(new File([png], 'photo.jpg', { type: 'image/jpeg' }))).resolves.toBe(
      'png',
    );
  });

  test('of 100 megapixels is let through', async () => {
    await expect(inspectFile(new Blob([PNG(12_000, 8_334)]))).resolves.toBe('png');
  });

  test.each([
    ['a billion pixels', PNG(32_000, 32_000)],
    ['the largest JPEG', JPEG(65_535, 65_535)],
    ['the largest size there is', PNG(0xffffffff, 0xffffffff)],
    ['a side without end', PNG(1_000_000, 1)],
    ['the largest WebP', WEBP_EXTENDED(16_777_216, 256)],
  ])('is refused before it is opened: %s', async (_, file) => {
    const refusal = inspectFile(new Blob([file]));
    await expect(refusal).rejects.toMatchObject({ code: 'picture-too-large' });
    await expect(refusal).rejects.toThrow(/\d+ by \d+ pixels/);
  });

  test('without pixels is refused', async () => {
    await expect(inspectFile(new Blob([PNG(0, 7)]))).rejects.toMatchObject({
      code: 'empty-picture',
    });
  });

  test('without bytes is refused', async () => {
    await expect(inspectFile(new Blob([]))).rejects.toMatchObject({ code: 'empty-file' });
  });

  test('of more than 256 MB is refused before it is looked at', async () => {
    const huge = { size: 256 * 1024 * 1024 + 1 } as Blob;
    await expect(inspectFile(huge)).rejects.toMatchObject({ code: 'file-too-large' });
  });
});

describe('a file that cannot be opened', () => {
  test.each([
    ['pdf', 'not-a-picture', /PDF document/],
    ['svg', 'not-a-picture', /SVG drawing/],
    ['archive', 'not-a-picture', /archive/],
    ['video', 'not-a-picture', /video/],
    ['text', 'not-a-picture', /text file.*paste/],
    ['unknown', 'not-a-picture', /not a picture/],
    ['heic', 'unsupported-picture', /HEIC photo.*JPEG/],
    ['tiff', 'unsupported-picture', /TIFF/],
    ['avif', 'unsupported-picture', /AVIF/],
    ['png', 'damaged-picture', /PNG picture is damaged/],
    ['webp', 'damaged-picture', /WEBP picture is damaged/],
  ] as const)('is named with what to do: %s', (kind, code, message) => {
    const error = unopenable(kind);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });
});
