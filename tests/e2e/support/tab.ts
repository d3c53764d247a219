import type { Locator, Page } from 'playwright/test';

/** Presses Tab until the target has the focus. Each stop on the way must be visible. */
export async function tabTo(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  // Looked up once: a walk has many stops.
  const element = await target.elementHandle();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await element.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('The Tab key does not lead there.');
}
