import { describe, expect, it } from 'vitest';
import { proseOf, renderedPieces } from '../../../src/lib/guides/prose.ts';

const body = `
Before.

<Note>

Inside.

</Note>

After.
`;

describe('proseOf', () => {
  it('joins the pieces so that they come apart again in the order of the text', () => {
    const html = proseOf(body).replace(/^(\w+)\.$/gm, '<p>$1</p>');
    expect(renderedPieces(html).map((piece) => piece.trim())).toEqual([
      '<p>Before</p>',
      '<p>Inside</p>',
      '<p>After</p>',
    ]);
  });
});
