import { parseBody, type Block } from '../guides/body.ts';
import type { Declarations } from '../guides/declarations.ts';
import { headings } from '../guides/headings.ts';

/** The anchor that each of our components makes, of those that have a heading. */
const anchors: Readonly<Record<string, (id: string) => string>> = {
  QuickPath: () => headings.quickPath.id,
  Section: (id) => id,
  Step: (id) => `step-${id}`,
  Faq: (id) => `faq-${id}`,
};

/**
 * The plain text under each heading of an entry, by anchor, without what stands under
 * a heading within it. A heading that only holds others is not there.
 */
export function ownTexts(body: string, declarations: Declarations): Map<string, string> {
  const texts = new Map<string, string>();
  const visit = (blocks: readonly Block[], anchor: string): void => {
    for (const block of blocks) {
      const written = textOf(block, declarations);
      if (written !== '') {
        const before = texts.get(anchor);
        texts.set(anchor, before === undefined ? written : `${before} ${written}`);
      }
      if (block.kind === 'tag') visit(block.children, anchors[block.name]?.(block.id) ?? anchor);
    }
  };
  visit(parseBody(body).blocks, '');
  return texts;
}

function textOf(block: Block, { refusals }: Declarations): string {
  if (block.kind === 'text') return plain(block.text);
  if (block.name !== 'Refusals') return '';
  return refusals.map(({ title, text }) => `${title}. ${text}`).join(' ');
}

/** Markdown without its marks. */
function plain(markdown: string): string {
  return markdown
    .replace(/^```.*$/gm, '')
    .replace(/\\$/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*([-*>#]+|\d+\.)\s+/gm, '')
    .replace(/\*\*|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
