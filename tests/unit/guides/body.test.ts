import { describe, expect, it } from 'vitest';
import { allTags, allText, parseBody } from '../../../src/lib/guides/body.ts';
import { sampleBody } from './sample.ts';

describe('parseBody', () => {
  it('finds the components in their order and nesting', () => {
    const { blocks, problems } = parseBody(sampleBody);
    expect(problems).toEqual([]);
    expect(blocks.map((block) => (block.kind === 'tag' ? block.name : 'text'))).toEqual([
      'QuickPath',
      'Steps',
      'Section',
      'Faq',
    ]);
    expect(allTags(blocks).map(({ name, id }) => `${name} ${id}`.trim())).toEqual([
      'QuickPath',
      'Steps',
      'Step check',
      'Note',
      'Step open',
      'Step scan',
      'Figure form',
      'Step codes',
      'Step finish',
      'Section after',
      'Refusals',
      'Faq sync',
      'Faq lost',
    ]);
  });

  it('keeps prose as it is, without the empty lines around it', () => {
    const { blocks } = parseBody('\nOne\n\n  two\n\n<Note>\n\nthree\n\n</Note>\n');
    expect(allText(blocks)).toEqual(['One\n\n  two', 'three']);
  });

  it('leaves code blocks and code spans alone', () => {
    const text = 'Write `<Step id="x">`.\n\n```\n<Faq id="y">\nimport x\n```';
    expect(parseBody(text)).toEqual({ blocks: [{ kind: 'text', text }], problems: [] });
  });

  it.each([
    ['<Note>\ntext', '<Note> is not closed: add </Note>.'],
    ['<Note>\n</Faq>\n</Note>', '</Faq> comes too early: close <Note> before it.'],
    ['text\n</Note>', '</Note> closes nothing: take it out, or open <Note> before it.'],
    ['<Box>\n</Box>', /^There is no <Box>\. There are: QuickPath, Steps, /],
    ['<Faq>\n</Faq>', 'Give <Faq> an id: <Faq id="…">.'],
    ['<Faq title="x">\n</Faq>', 'Give <Faq> an id: <Faq id="…">.'],
    ['<Note id="x">\n</Note>', '<Note> takes nothing: take id="x" out.'],
    ['<Faq id="x" />', 'Write <Faq> … </Faq>.'],
    ['<Refusals>\n</Refusals>', 'Write <Refusals … />.'],
    ['<Step id="x">\n</Step>', 'Put <Step id="x"> inside <Steps>.'],
    ['<Steps>\n<Note>\n</Note>\n</Steps>', 'Put <Note> inside a <Step>.'],
    ['See <Figure id="x" /> here.', /^Put <Figure id="x" \/> on a line of its own/],
    ["import Box from './Box.astro'", /^Take "import Box from '.\/Box.astro'" out/],
    ['```\ncode', /^A code block that begins with ``` does not end/],
  ])('says what is wrong with %j', (body, problem) => {
    expect(parseBody(body).problems).toEqual([
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    ]);
  });
});
