import { expect, type Page } from 'playwright/test';
import { STEP } from './key.ts';

/** The start of a time step not far from now, in milliseconds. */
export function someStep(): number {
  return Math.trunc(Date.now() / STEP) * STEP;
}

/**
 * Stops the page's clock at a moment. From here on it moves only by `passing` and `runFor`;
 * storage and workers go on in real time.
 */
export async function stopClock(page: Page, moment: number): Promise<void> {
  await page.clock.pauseAt(moment);
}

/** Lets the stopped clock pass a little at a time until the check, which must not wait long, succeeds. */
export async function passing(page: Page, check: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(10);
    await check();
  }).toPass({ intervals: [20], timeout: 10_000 });
}
