import type { Page } from 'playwright/test';
import { entriesOf, expectEntryCodes } from './support/app.ts';
import { expectCaptured, expectCodes, expectState, openGuide } from './support/companion.ts';
import { qrPicture } from './support/key.ts';
import { tabTo } from './support/tab.ts';
import { expect, test } from './support/test.ts';

/** The second of the links at the start of the page skips to the companion. */
async function skipToCompanion(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#companion')).toBeFocused();
}

test('one whole enrollment needs no mouse', async ({ page, key }) => {
  await openGuide(page);
  await skipToCompanion(page);
  await tabTo(page, page.getByTestId('identity').getByRole('radio').first());
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, page.getByTestId('identity').getByRole('textbox'));
  await page.keyboard.type('alice');
  await tabTo(page, page.getByTestId('capture-key'));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('key-input')).toBeFocused();
  await page.keyboard.type(key.link);
  await page.keyboard.press('Enter');
  await expectCaptured(page, key);
  await expectCodes(page, key);
  await tabTo(page, page.getByTestId('enroll-accepted'));
  await page.keyboard.press('Enter');
  await expectState(page, 'done');
  await page.goto('/app/');
  const entry = entriesOf(page, key);
  await expectEntryCodes(entry, key);
  await expect(entry).toContainText('alice');
  await tabTo(page, entry.getByTestId('entry-menu'));
  await page.keyboard.press('Enter');
  await tabTo(page, entry.getByRole('button', { name: /edit/i }));
  await page.keyboard.press('Enter');
  await expect(entry.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('By hand');
  await page.keyboard.press('Enter');
  await expect(entry.getByRole('heading')).toHaveText('By hand');
});

test('a picture file can be chosen with the keyboard', async ({ page, key }) => {
  await openGuide(page);
  await skipToCompanion(page);
  await tabTo(page, page.getByTestId('capture-file'));
  const opened = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  const chooser = await opened;
  await chooser.setFiles(qrPicture(key));
  await expectCaptured(page, key);
});

test('every stop of the Tab key can be seen', async ({ page }) => {
  await openGuide(page);
  await page.locator('#companion').focus();
  for (let stops = 0; stops < 10; stops += 1) {
    await page.keyboard.press('Tab');
    const mark = await page.evaluate(() => {
      const focused = document.activeElement;
      // A hidden file input shows its focus on the label around it.
      const shown = focused?.matches('input[type="file"]') ? focused.parentElement : focused;
      if (!shown) return 'nothing';
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      return outlineStyle === 'none' ? `${shown.outerHTML.slice(0, 80)} has none` : outlineWidth;
    });
    expect(mark).toMatch(/^[1-9]/);
  }
});
