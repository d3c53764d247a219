const PLAIN = 'text/plain';

/**
 * Puts a code on the clipboard; false where the browser refuses. A code that is still
 * being made is handed over as a promise, or the click would no longer count by then.
 *
 * @param view the window of the button: in one on top only its own clipboard has the focus
 */
export async function writeCode(view: Window, code: string | Promise<string>): Promise<boolean> {
  const { clipboard } = view.navigator;
  try {
    if (typeof code === 'string') await clipboard.writeText(code);
    else await clipboard.write([new ClipboardItem({ [PLAIN]: code.then(asBlob) })]);
    return true;
  } catch {
    return false;
  }
}

// Browsers take strings in here as well, but for less long.
function asBlob(code: string): Blob {
  return new Blob([code], { type: PLAIN });
}
