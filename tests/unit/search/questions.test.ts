import { beforeAll, expect, it } from 'vitest';
import { ensureBuilt, site } from '../../../scripts/built.ts';
import { openBuiltSearch, type BuiltSearch } from '../../helpers/built-search.ts';
import { questions } from '../../helpers/search-questions.ts';

let search: BuiltSearch;

beforeAll(async () => {
  await ensureBuilt();
  search = await openBuiltSearch(site);
}, 120_000);

it('gives real questions the right answer first', async () => {
  const missed: string[] = [];
  let first = 0;
  let firstThree = 0;
  for (const [question, ...answers] of questions) {
    const found = await search.ask(question);
    const place = found.findIndex((address) => answers.includes(address));
    if (place === 0) first += 1;
    if (place >= 0 && place < 3) firstThree += 1;
    if (place !== 0) missed.push(`${question}: ${found.slice(0, 3).join(', ')}`);
  }
  expect(questions.length).toBeGreaterThanOrEqual(60);
  expect(first / questions.length, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
  expect(firstThree / questions.length, missed.join('\n')).toBeGreaterThanOrEqual(0.97);
});
