import { allText, parseBody } from './body.ts';

/** Stands between two pieces of prose while they are rendered as one document. */
const between = '<!--between-->';

/** The prose of a body as one Markdown document: one rendering for all of its pieces. */
export function proseOf(body: string): string {
  return allText(parseBody(body).blocks).join(`\n\n${between}\n\n`);
}

/** The rendered pieces again, in the order of the text. */
export function renderedPieces(html: string): string[] {
  return html.split(between);
}
