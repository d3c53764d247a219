import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * While a bar is at the bottom of the window, keeps what gets the focus out from under it
 * (WCAG 2.2, 2.4.11): the browser scrolls by so much more, and once for what has it already.
 *
 * @param content what the height of the bar depends on, beside its width
 */
export function useRoomBelow(bar: RefObject<HTMLElement>, content: string): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const measure = (): void => {
      const box = bar.current?.getBoundingClientRect();
      if (box === undefined) return;
      // The bar, as much below it, and a little air above.
      style.scrollPaddingBottom = `${Math.ceil(box.height) + 2 * GAP}px`;
    };
    measure();
    const focused = document.activeElement;
    if (focused !== document.body && !bar.current?.contains(focused))
      focused?.scrollIntoView({ block: 'nearest' });
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('resize', measure);
      style.scrollPaddingBottom = '';
    };
  }, [content]);
}

/** What the style keeps between the bar and the window, in pixels. */
const GAP = 16;
