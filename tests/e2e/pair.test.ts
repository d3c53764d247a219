import type { Page } from 'playwright/test';
import { passing, someStep, stopClock } from './support/clock.ts';
import { expectState, openGuide, readCodes } from './support/companion.ts';
import type { Key } from './support/key.ts';
import { expect, test } from './support/test.ts';

/** Opens the guide and types the key's link at a moment that stands still. */
async function captureAt(page: Page, key: Key, moment: number): Promise<void> {
  // Opening the page takes a few seconds, on a busy machine more.
  await page.clock.install({ time: moment - 30_000 });
  await openGuide(page);
  await page.getByTestId('capture-key').click();
  await page.getByTestId('key-input').fill(key.link);
  await stopClock(page, moment);
  await page.getByTestId('key-submit').click();
  await passing(page, () => expect(page.getByTestId('code-current')).toBeVisible({ timeout: 100 }));
}

/** Moves the stopped clock to the start of a second and reads what is shown then. */
async function readAt(page: Page, moment: number): Promise<Partial<Record<string, string>>> {
  const now = await page.evaluate(() => Date.now());
  await page.clock.runFor(moment - now);
  const codes = await readCodes(page);
  expect(codes.now).toBe(moment);
  return codes.shown;
}

test('the pair walks over two roll-overs, second by second, with the right codes', async ({
  page,
  key,
}) => {
  const start = someStep();
  await captureAt(page, key, start + 5_100);
  const [first, second] = [key.codeAt(start), key.codeAt(start, 1)];
  for (let at = 6; at <= 65; at += 1) {
    const now = start + at * 1000;
    const phase = at < 30 ? 'code-1' : at < 60 ? 'code-2' : 'passed';
    expect(await readAt(page, now), `${at} s after the start of the first step`).toEqual({
      'code-current': key.codeAt(now),
      'code-next': key.codeAt(now, 1),
      'seconds-left': String(30 - (at % 30)),
      'pair-code-1': first,
      'pair-code-2': second,
      phase,
    });
  }
});

test('the last moment before a roll-over and the first after it have different codes', async ({
  page,
  key,
}) => {
  const start = someStep();
  await captureAt(page, key, start + 5_100);
  const before = await readAt(page, start + 29_999);
  const after = await readAt(page, start + 30_000);
  expect(before).toMatchObject({ phase: 'code-1', 'code-current': key.codeAt(start) });
  expect(after).toMatchObject({ phase: 'code-2', 'code-current': key.codeAt(start, 1) });
});

test('with 7 s left the pair waits for the roll-over', async ({ page, key }) => {
  const start = someStep();
  await captureAt(page, key, start + 23_100);
  await expectState(page, 'captured');
  const waiting = await readAt(page, start + 29_000);
  expect(waiting).not.toHaveProperty('phase');
  expect(waiting).toMatchObject({ 'code-current': key.codeAt(start), 'seconds-left': '1' });
  expect(await readAt(page, start + 30_000)).toMatchObject({
    phase: 'code-1',
    'pair-code-1': key.codeAt(start, 1),
    'pair-code-2': key.codeAt(start, 2),
  });
  await passing(page, () => expectState(page, 'enrolling', { timeout: 100 }));
});

test('with 8 s left the pair starts at once', async ({ page, key }) => {
  const start = someStep();
  await captureAt(page, key, start + 22_000);
  const { shown } = await readCodes(page);
  expect(shown).toMatchObject({ phase: 'code-1', 'pair-code-1': key.codeAt(start) });
});

test('a fresh pair starts with the current code, or the next when time is short', async ({
  page,
  key,
}) => {
  const start = someStep();
  await captureAt(page, key, start + 5_100);
  await readAt(page, start + 61_000);
  await page.getByTestId('pair-new').click();
  await page.clock.runFor(10);
  expect((await readCodes(page)).shown).toMatchObject({
    phase: 'code-1',
    'pair-code-1': key.codeAt(start, 2),
    'pair-code-2': key.codeAt(start, 3),
  });
  await readAt(page, start + 145_000);
  await page.getByTestId('pair-new').click();
  expect((await readAt(page, start + 150_000)).phase).toBe('code-1');
  expect((await readCodes(page)).shown).toMatchObject({
    'pair-code-1': key.codeAt(start, 5),
    'pair-code-2': key.codeAt(start, 6),
  });
});

test('a reload keeps the pair that is pinned', async ({ page, key }) => {
  const start = someStep();
  await captureAt(page, key, start + 5_100);
  await readAt(page, start + 31_000);
  await page.reload();
  await passing(page, () => expect(page.getByTestId('pair')).toBeVisible({ timeout: 100 }));
  expect((await readCodes(page)).shown).toMatchObject({
    phase: 'code-2',
    'pair-code-1': key.codeAt(start),
    'pair-code-2': key.codeAt(start, 1),
  });
});

test('each code of the pair copies with one click, the first one also after the roll-over', async ({
  context,
  page,
  key,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const start = someStep();
  await captureAt(page, key, start + 5_100);
  await readAt(page, start + 35_000);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const copyBeside = (testId: string) =>
    page
      .getByTestId('pair')
      .getByRole('button', { name: testId.endsWith('1') ? /code 1/ : /code 2/ })
      .click();
  await copyBeside('pair-code-1');
  await expect.poll(copied).toBe(key.codeAt(start));
  await copyBeside('pair-code-2');
  await expect.poll(copied).toBe(key.codeAt(start, 1));
});
