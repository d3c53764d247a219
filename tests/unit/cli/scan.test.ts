import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WHITE, draw, drawQr } from '../../helpers/qr-picture.ts';
import { commandIn } from './command.ts';

const LINK = 'otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP&issuer=Example';
const { call, file, remove } = await commandIn('scan');

beforeAll(async () => {
  const save = async (name: string, { width, height, data } = drawQr(LINK)) => {
    await sharp(data, { raw: { width, height, channels: 4 } }).toFile(file(name));
  };
  await Promise.all(['a.png', 'b.jpg', 'c.webp'].map((name) => save(name)));
  await save(
    'empty.png',
    draw(80, 60, () => WHITE),
  );
  await writeFile(file('notes.txt'), 'no picture');
});

afterAll(remove);

describe('scan', { timeout: 60_000 }, () => {
  test('prints the text of a picture', async () => {
    expect(await call(['scan', 'a.png'])).toEqual({ status: 0, out: `${LINK}\n`, error: '' });
  });

  test('gives an object a file and a line, from PNG, JPEG and WebP', async () => {
    const { status, out } = await call(['scan', 'a.png', 'b.jpg', 'c.webp', '--json']);
    expect(status).toBe(0);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual(['a.png', 'b.jpg', 'c.webp'].map((file) => ({ file, text: [LINK] })));
  });

  test('is done all the same where nothing is read, and says why', async () => {
    const { status, out, error } = await call(['scan', '--json', 'empty.png', 'notes.txt']);
    expect(status).toBe(0);
    expect(out).toBe('{"file":"empty.png","text":[]}\n{"file":"notes.txt","text":[]}\n');
    expect(error).toMatch(/empty\.png: There is no QR code/);
    expect(error).toMatch(/notes\.txt: This is not a picture/);
  });

  test('refuses a file that is not there, after the others are read', async () => {
    const { status, out, error } = await call(['scan', 'gone.png', 'a.png']);
    expect(status).toBe(1);
    expect(out).toContain(LINK);
    expect(error).toContain('gone.png');
  });

  test.each([[[]], [['scan']], [['scan', '--nothing']], [['unknown']], [['toString']]])(
    'answers wrong usage with how it is meant: %j',
    async (args) => {
      const { status, out, error } = await call(args);
      expect(status).toBe(2);
      expect(out).toBe('');
      expect(error).not.toBe('');
    },
  );
});
