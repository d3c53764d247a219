import { expect, test, vi } from 'vitest';
import { answerScan } from '../../../src/lib/scan/answer.browser.ts';
import { createCascade } from '../../../src/lib/scan/cascade.ts';
import { WHITE, draw, drawQr } from '../../helpers/qr-picture.ts';

const effort = 'thorough';
const cascade = createCascade({});

test('answers pixels with the texts in them, under the same id', async () => {
  const answer = await answerScan(cascade, { id: 7, picture: drawQr('hello'), effort });
  expect(answer).toMatchObject({ id: 7, seen: { codes: [{ text: 'hello' }], unreadable: false } });
});

test('answers a file that is no picture with what it is', async () => {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no picture')));
  const answer = await answerScan(cascade, { id: 8, picture: new Blob(['%PDF-1.7']), effort });
  expect(answer).toMatchObject({ id: 8, error: { code: 'not-a-picture' } });
  expect(JSON.stringify(answer)).toContain('PDF document');
});

test('answers a failure that nobody foresaw without its details', async () => {
  const picture = {
    width: 1,
    height: 1,
    get data(): never {
      throw new RangeError('Array buffer allocation failed');
    },
  };
  const answer = await answerScan(cascade, { id: 9, picture, effort });
  expect(answer).toMatchObject({ id: 9, error: { code: 'worker-failed' } });
  expect(JSON.stringify(answer)).not.toContain('allocation');
});

test('measures camera frames in which nothing is read', async () => {
  const picture = draw(64, 48, () => WHITE);
  const careful = await answerScan(cascade, { id: 1, picture, effort: 'careful' });
  expect(careful).toMatchObject({ seen: { codes: [], frame: { light: 255, contrast: 0 } } });
  const thorough = await answerScan(cascade, { id: 2, picture, effort });
  expect(thorough).toEqual({ id: 2, seen: { codes: [], unreadable: false } });
});
