import type { Page } from 'playwright/test';

/** What reaches over the right edge of the window, apart from what scrolls by itself, as code may. */
export function findCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) ||
        scrolls(element.parentElement));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { width, right } = element.getBoundingClientRect();
        // What is there for screen readers alone is one pixel wide.
        return (
          width > 1 &&
          right > innerWidth + 0.5 &&
          element.checkVisibility({ opacityProperty: true })
        );
      })
      .filter((element) => !scrolls(element))
      .map((element) => element.outerHTML.slice(0, 120));
  });
}
