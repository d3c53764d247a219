import { checkPolicy } from './check-policy.ts';

/**
 * Sees that a page keeps to its policy, and has what search leads to.
 *
 * @param anchors those that it must have
 * @throws Error where it does not
 */
export function checkPage(html: string, page: string, anchors: readonly string[]): void {
  checkPolicy(html, page);
  for (const anchor of anchors) {
    if (anchor !== '' && !html.includes(` id="${anchor}"`))
      throw new Error(`${page} has no #${anchor}, which search would lead to.`);
  }
}
