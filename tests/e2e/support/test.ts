import { test as base, expect } from 'playwright/test';
import { freshKey, type Key } from './key.ts';
import { watch } from './watch.ts';

interface Fixtures {
  /** A set-up of this test's own. */
  readonly key: Key;
  /** What this test provokes on purpose, of all that is noted as trouble. */
  readonly provoked: RegExp;
}

/** Each test has a context of its own, in which nothing may go wrong unnoticed. */
export const test = base.extend<Fixtures>({
  provoked: [/(?!)/, { option: true }],
  key: async ({}, use) => {
    await use(freshKey());
  },
  context: async ({ context, baseURL, provoked }, use) => {
    const trouble = await watch(context, baseURL ?? '');
    await use(context);
    const unforeseen = trouble.filter((each) => !provoked.test(each));
    expect(unforeseen).toEqual([]);
  },
});

export { expect };
