import { z } from 'astro/zod';
import { group, id, list, text } from './fields.ts';

const label = text('what the console shows', 1, 40).describe(
  'The words as the service shows them, capitals included.',
);

const row = z.discriminatedUnion(
  'kind',
  [
    group('A field', {
      kind: z.literal('field').describe('A box to type in, with its label above.'),
      label,
      value: text('what stands in the box', 1, 30).optional().describe('What stands in the box.'),
    }),
    group('A choice', {
      kind: z.literal('choice').describe('A radio button.'),
      label: label.optional().describe('Its label; without one it is drawn as a grey bar.'),
      chosen: z
        .boolean({ error: 'Write true where this is the one to choose, else leave it out.' })
        .optional()
        .describe('Whether it is the one to choose.'),
    }),
    group('A link', {
      kind: z.literal('link').describe('Words that can be pressed.'),
      label,
    }),
    group('A code', { kind: z.literal('qr').describe('The place of the QR code.') }),
    group('A button', { kind: z.literal('button').describe('The main button.'), label }),
  ],
  { error: 'Choose what the row shows with `kind`: field, choice, link, qr or button.' },
);

/** A page of the service, drawn as a simple form: only what matters to the step has words. */
export const figure = group('A figure', {
  id: id('the figure').describe('What <Figure id> in the text refers to.'),
  title: text('the heading of the page that is drawn', 1, 50).describe(
    'The heading of the page, as the service shows it.',
  ),
  alt: text('what the drawing shows, for people who do not see it', 20, 300).describe(
    'What the drawing shows, in a sentence or two, for people who do not see it.',
  ),
  rows: list('the rows of the drawing', row, 1, 8).describe('What the page shows, from the top.'),
});

export type Figure = z.infer<typeof figure>;
export type FigureRow = Figure['rows'][number];
