/** The text of a piece of code in rendered Markdown: it has no elements in it. */
const code = /(<code(?: class="[^"]*")?>)([^<]*)/g;

/**
 * Where the lines of code break in rendered Markdown. Browsers break `--serial-number` after
 * its hyphens, which then reads as another one; and in a narrow table they break
 * `get_code` anywhere, for want of a better place. What is copied is the same.
 */
export function withCodeBreaks(html: string): string {
  return html
    .replace(code, (_, tag: string, text: string) => `${tag}${keepOptions(text)}`)
    .replace(/<td.*?<\/td>/gs, (cell) => cell.replace(code, breakNames));
}

function keepOptions(text: string): string {
  return text.replace(/(?<=^|[\s[(])--[a-z-]*/g, '<span class="option">$&</span>');
}

function breakNames(found: string): string {
  return found.replace(/_(?=\w)/g, '_<wbr>');
}
