import { words } from './words.ts';

/** Copies what `text` gives at the click, so that it is never stale, and says so. */
export function copying(text: () => string): (view: Window) => Promise<string> {
  return (view) =>
    view.navigator.clipboard.writeText(text()).then(
      () => words.copied,
      () => words.failed,
    );
}
