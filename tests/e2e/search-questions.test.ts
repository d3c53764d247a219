import { fileURLToPath } from 'node:url';
import { openBuiltSearch } from '../helpers/built-search.ts';
import { questions } from '../helpers/search-questions.ts';
import { expect, test } from './support/test.ts';

const site = fileURLToPath(new URL('../../dist', import.meta.url));

/** A question of each part of the table, without typing errors and with one. */
const some = questions.filter((_, index) => index % Math.ceil(questions.length / 12) === 0);

test('the browser gives the answers that the table is tested with', async ({ page }) => {
  const { ask } = await openBuiltSearch(site);
  await page.goto('/search/');
  const input = page.getByTestId('search-input');
  expect(some.length).toBeGreaterThanOrEqual(10);
  for (const [question] of some) {
    // Looked at with every frame: expect() waits longer between its looks than an answer takes.
    await input.fill('');
    await page.waitForFunction(
      () => document.querySelector('[data-testid=search-result]') === null,
    );
    await input.fill(question);
    await page.waitForFunction(() =>
      /^\d+ results?|^Nothing/.test(document.querySelector('.search-status')?.textContent ?? ''),
    );
    const found = await page
      .getByTestId('search-result')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(found, question).toEqual(await ask(question));
    expect(found.length, question).toBeGreaterThan(0);
  }
});
