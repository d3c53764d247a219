import type { Locator, Page } from 'playwright/test';
import { expect } from './test.ts';
import { tabTo } from './tab.ts';

/** A file as a file input takes it. */
interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** How a person works the page: by the keyboard alone, or by touch alone. */
export interface Hand {
  readonly name: 'keyboard' | 'touch';
  /** Presses a button, follows a link, or opens what is folded. */
  press(target: Locator): Promise<void>;
  /** Checks or unchecks a box, or chooses one of several. */
  tick(target: Locator): Promise<void>;
  select(target: Locator, label: string): Promise<void>;
  /** Puts a text in the place of what a field holds. */
  write(target: Locator, text: string): Promise<void>;
  /** Gives a file by way of the system's chooser. */
  give(target: Locator, file: GivenFile): Promise<void>;
}

/** Works by Tab, Enter, Space, arrows and typing. */
export function keyboard(page: Page): Hand {
  const reach = async (target: Locator): Promise<void> => {
    const back = await target.evaluate((element) => {
      const at = document.activeElement ?? document.body;
      return at !== document.body && (at.compareDocumentPosition(element) & 2) !== 0;
    });
    await tabTo(page, target, back ? 'Shift+Tab' : 'Tab');
  };
  const press = async (target: Locator, key = 'Enter'): Promise<void> => {
    await reach(target);
    await page.keyboard.press(key);
  };
  return {
    name: 'keyboard',
    press,
    async tick(target) {
      if ((await target.getAttribute('type')) !== 'radio') return press(target, 'Space');
      const name = await target.getAttribute('name');
      // Tab stops once at the whole group; arrows go on from there.
      await reach(page.locator(`input[name="${name ?? ''}"]:checked`));
      for (let presses = 0; presses < 10 && !(await target.isChecked()); presses += 1)
        await page.keyboard.press('ArrowDown');
      await expect(target).toBeChecked();
    },
    async select(target, label) {
      await reach(target);
      await page.keyboard.type(label);
    },
    async write(target, text) {
      await press(target, 'ControlOrMeta+a');
      if (text === '') await page.keyboard.press('Delete');
      await page.keyboard.type(text);
    },
    async give(target, file) {
      const opened = page.waitForEvent('filechooser');
      await press(target);
      await (await opened).setFiles(file);
    },
  };
}

/** Works by taps; a text comes from the keyboard on the screen, an option from the system's list. */
export function touch(page: Page): Hand {
  return {
    name: 'touch',
    press: (target) => target.tap(),
    tick: (target) => target.tap(),
    async select(target, label) {
      await target.selectOption({ label });
    },
    async write(target, text) {
      await target.tap();
      await target.fill(text);
    },
    async give(target, file) {
      const opened = page.waitForEvent('filechooser');
      // The input itself is out of sight; what is touched is the button around it.
      await target.locator('..').tap();
      await (await opened).setFiles(file);
    },
  };
}

/** Chooses an item of an entry's menu. */
export async function chooseBy(hand: Hand, entry: Locator, action: RegExp | string): Promise<void> {
  await hand.press(entry.getByTestId('entry-menu'));
  await hand.press(entry.locator('.entry-menu').getByRole('button', { name: action }));
}
