import { words } from './words.ts';

const PLAIN = 'text/plain';

/**
 * Puts a text on the clipboard; false where the browser refuses. A text that is still
 * being made is handed over as a promise, or the click would no longer count by then.
 *
 * @param view the window of the button: in one on top only its own clipboard has the focus
 */
export async function writeText(view: Window, text: string | Promise<string>): Promise<boolean> {
  const { clipboard } = view.navigator;
  try {
    if (typeof text === 'string') await clipboard.writeText(text);
    else await clipboard.write([new ClipboardItem({ [PLAIN]: text.then(asBlob) })]);
    return true;
  } catch {
    return false;
  }
}

// Browsers take strings in here as well, but for less long.
function asBlob(text: string): Blob {
  return new Blob([text], { type: PLAIN });
}

/** Copies what `text` gives at the click, so that it is never stale, and says so. */
export function copying(text: () => string): (view: Window) => Promise<string> {
  return async (view) => ((await writeText(view, text())) ? words.copied : words.failed);
}
