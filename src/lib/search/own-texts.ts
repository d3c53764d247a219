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

/** What stands under a heading, without what stands under a heading within it. */
export interface OwnText {
  /** Without the marks of Markdown. */
  readonly text: string;
  /** What is bold in it: the words that the service has on its page. */
  readonly labels: readonly string[];
}

/** The texts of an entry by anchor. A heading that only holds others is not there. */
export function ownTexts(body: string, declarations: Declarations): Map<string, OwnText> {
  const texts = new Map<string, OwnText>();
  const visit = (blocks: readonly Block[], anchor: string): void => {
    for (const block of blocks) {
      const text = textOf(block, declarations);
      if (text !== '') {
        const before = texts.get(anchor);
        texts.set(anchor, {
          text: before === undefined ? text : `${before.text} ${text}`,
          labels: [...(before?.labels ?? []), ...labelsOf(block)],
        });
      }
      if (block.kind === 'tag') visit(block.children, anchors[block.name]?.(block.id) ?? anchor);
    }
  };
  visit(parseBody(body).blocks, '');
  return texts;
}

function labelsOf(block: Block): string[] {
  if (block.kind !== 'text') return [];
  return [...block.text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, label = '']) => label);
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
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
}
