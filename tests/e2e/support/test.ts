import { test as base, expect, type BrowserContext } from 'playwright/test';
import { freshKey, type Key } from './key.ts';
import { watch, type Trouble } from './watch.ts';

interface Fixtures {
  /** A set-up of this test's own. */
  readonly key: Key;
  /** What this test provokes on purpose, of all that is noted as trouble. */
  readonly provoked: RegExp;
  /** What was noted so far. */
  readonly trouble: Trouble;
}

/** Nothing may go wrong unnoticed, in the test's own context or in one that it makes. */
export const test = base.extend<Fixtures>({
  provoked: [/(?!)/, { option: true }],
  key: async ({}, use) => {
    await use(freshKey());
  },
  trouble: [
    async ({ browser, baseURL, provoked }, use) => {
      const trouble: Trouble = [];
      const begin = (context: BrowserContext): void => {
        watch(context, baseURL ?? '', trouble);
      };
      browser.on('context', begin);
      await use(trouble);
      browser.off('context', begin);
      expect(trouble.filter((each) => !provoked.test(each))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
