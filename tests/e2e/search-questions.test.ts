import { questions } from '../helpers/search-questions.ts';
import { expect, test } from './support/test.ts';

test('real questions get the right answer first', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/search/');
  const input = page.getByTestId('search-input');
  const missed: string[] = [];
  let first = 0;
  let firstThree = 0;
  for (const [question, ...answers] of questions) {
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
    const place = found.findIndex((address) => answers.includes(address));
    if (place === 0) first += 1;
    if (place >= 0 && place < 3) firstThree += 1;
    if (place !== 0) missed.push(`${question}: ${found.slice(0, 3).join(', ')}`);
  }
  console.log(`${questions.length} questions, first: ${first}, in the first three: ${firstThree}`);
  if (missed.length > 0) console.log(missed.join('\n'));
  expect(questions.length).toBeGreaterThanOrEqual(60);
  expect(first / questions.length).toBeGreaterThanOrEqual(0.9);
  expect(firstThree / questions.length).toBeGreaterThanOrEqual(0.97);
});
