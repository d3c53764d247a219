import { expect, test } from './support/test.ts';

/** What Lighthouse and Core Web Vitals call good is 0.1; ours stay well below. */
const MOST = 0.03;

const pages = ['/', '/guides/', '/guides/aws-mfa/', '/faq/', '/app/', '/search/?q=lost%20phone'];

for (const [width, height] of [
  [412, 823],
  [1350, 940],
] as const) {
  test(`nothing moves while a page loads, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const moved: Record<string, number> = {};
    for (const address of pages) {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      moved[address] = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as LayoutShift).value;
            }).observe({ type: 'layout-shift', buffered: true });
            // What was observed before is told in a task of its own.
            requestAnimationFrame(() =>
              setTimeout(() => {
                resolve(sum);
              }, 100),
            );
          }),
      );
    }
    const most = Math.max(...Object.values(moved));
    expect(most, JSON.stringify(moved)).toBeLessThan(MOST);
  });
}

/** Not among TypeScript's types of the DOM; see the Layout Instability API. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
}
