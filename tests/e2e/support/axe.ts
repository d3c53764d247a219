import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every violation that axe finds on the page as it stands, as `rule: element`. */
export async function findProblems(page: Page): Promise<string[]> {
  // Evaluated, not inserted: the page's own policy forbids scripts from elsewhere.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  // Transitions would be measured half-way; those out of view stand still for as long as they are.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}
