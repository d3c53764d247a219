import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  readonly axe: { readonly run: (options: RunOptions) => Promise<AxeResults> };
}

/** Every violation that axe finds on the page as it stands, as `rule: element`. */
export async function findProblems(page: Page): Promise<string[]> {
  // Evaluated, not inserted: the page's own policy forbids scripts from elsewhere.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  // Transitions would be measured half-way; those out of view stand still for as long as they are.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
    // What was done lies over the page until it is answered; scrolling gets at what is below it.
    for (const toast of document.querySelectorAll<HTMLElement>('.toast'))
      toast.style.position = 'static';
  });
  const results = await page.evaluate(() =>
    // The one rule of WCAG 2.2 AA that axe leaves out unless it is asked for.
    (window as unknown as AxeWindow).axe.run({ rules: { 'target-size': { enabled: true } } }),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}
