/** Characters that change how others are shown, or are not shown themselves. */
const HIDDEN = /[\p{Bidi_Control}\u200B\u2060\uFEFF\u{E0000}-\u{E007F}]/gu;

/**
 * Names from a link as they may be shown: control characters and line breaks
 * become blanks, marks that reorder or hide text are dropped, half characters
 * (lone surrogates) are replaced, blanks around the text go.
 */
export function displayText(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(HIDDEN, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .trim();
}

/**
 * Percent-decodes one part of a link, once. What is no escape of UTF-8 stays as
 * it stands: services do write a bare percent sign.
 */
export function decodePart(part: string): string {
  return part.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/**
 * A part with the blanks that form encoding writes as plus signs. Many services
 * encode links like forms (`Some+Company`), and authenticators that do not undo
 * it show the plus; others leave a plus of their own unescaped. So a single
 * plus inside is a blank; one at an edge (`Disney+`), a double one
 * (`Notepad++`), and any in a part that has other blanks is a plus.
 */
export function blanksFromPlus(part: string): string {
  return /%20|\s/.test(part) ? part : part.replace(/([^+])\+(?=[^+])/g, '$1 ');
}
