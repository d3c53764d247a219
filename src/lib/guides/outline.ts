import { parseBody, type Block } from './body.ts';
import { declared, type Declarations } from './declarations.ts';
import { headings } from './headings.ts';

/** A heading of the page, with those under it. */
export interface OutlineItem {
  /** The anchor, without `#`. */
  readonly anchor: string;
  readonly title: string;
  readonly children: readonly OutlineItem[];
}

/** The headings that the text of an entry makes, in its order. */
export function outline(body: string, declarations: Declarations): OutlineItem[] {
  return items(parseBody(body).blocks, declarations);
}

function items(blocks: readonly Block[], declarations: Declarations): OutlineItem[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'text') return [];
    const children = items(block.children, declarations);
    const { id } = block;
    switch (block.name) {
      case 'QuickPath':
        return [{ anchor: headings.quickPath.id, title: headings.quickPath.title, children }];
      case 'Steps':
        return [{ anchor: headings.steps.id, title: headings.steps.title, children }];
      case 'Section':
        return [{ anchor: id, title: declared(declarations, 'sections', id).item.title, children }];
      case 'Step':
        return [
          { anchor: `step-${id}`, title: declared(declarations, 'steps', id).item.title, children },
        ];
      case 'Faq':
        return [
          { anchor: `faq-${id}`, title: declared(declarations, 'faq', id).item.title, children },
        ];
      default:
        return children;
    }
  });
}
