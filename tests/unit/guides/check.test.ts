import { describe, expect, it } from 'vitest';
import { checkBody } from '../../../src/lib/guides/check.ts';
import { declarationsOf } from '../../../src/lib/guides/declarations.ts';
import { sampleBody, sampleGuide } from './sample.ts';

const declarations = declarationsOf(sampleGuide());

describe('checkBody', () => {
  it('finds nothing where text and frontmatter fit', () => {
    expect(checkBody(sampleBody, declarations)).toEqual([]);
  });

  it.each([
    ['a step', 'Step', 'steps', 'open'],
    ['a question', 'Faq', 'faq', 'lost'],
    ['a section', 'Section', 'sections', 'after'],
    ['a drawing', 'Figure', 'figures', 'form'],
  ])('names %s that is in only one of the two', (_what, component, field, id) => {
    const renamed = sampleBody.replace(`<${component} id="${id}"`, `<${component} id="other"`);
    expect(checkBody(renamed, declarations)).toEqual([
      `\`${field}\` lists ${id}, but the text has no <${component} id="${id}">: ` +
        'write it, or take it off the list.',
      `The text has <${component} id="other">, but \`${field}\` has no other: ` +
        'add it there, or correct the id.',
    ]);
  });

  it('names an id that stands in the text twice', () => {
    expect(checkBody(`${sampleBody}\n<Faq id="lost">\n</Faq>`, declarations)).toEqual([
      '<Faq id="lost"> stands in the text more than once: keep one.',
    ]);
  });

  it('wants the steps in the order of the frontmatter', () => {
    const swapped = sampleBody
      .replace('<Step id="check">', '<Step id="first">')
      .replace('<Step id="open">', '<Step id="check">')
      .replace('<Step id="first">', '<Step id="open">');
    expect(checkBody(swapped, declarations)).toEqual([
      '`steps` lists check, open, scan, codes, finish; put the text in the same order.',
    ]);
  });

  it('follows links within the page', () => {
    const good = '[a](#after) [b](#faq-lost) [c](#step-scan) [d](#sources) [e](#companion)';
    expect(checkBody(sampleBody + good, declarations)).toEqual([]);
    expect(checkBody(`${sampleBody}[x](#faq-gone)`, declarations)).toEqual([
      'A link goes to #faq-gone, which is not on the page.',
    ]);
  });
});
