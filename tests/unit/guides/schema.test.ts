import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { guideSchema, pageSchema } from '../../../src/lib/guides/schema.ts';
import { sampleFields } from './sample.ts';

type Fields = ReturnType<typeof sampleFields>;

/** What the schema says of the sample after a change, as "path: message" lines. */
function complaints(change: (fields: Fields) => void): string[] {
  const fields = sampleFields();
  change(fields);
  const result = guideSchema.safeParse(fields);
  return (result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('guideSchema', () => {
  it('accepts a guide that is right', () => {
    expect(guideSchema.safeParse(sampleFields()).success).toBe(true);
  });

  it('lets a guide go without identities, sections, figures and resync', () => {
    expect(
      complaints((fields) => {
        fields.identities = [];
        delete fields.sections;
        delete fields.figures;
        delete fields.resync;
        delete fields.later;
      }),
    ).toEqual([]);
  });

  it('lets one code go without a button that sends it', () => {
    expect(
      complaints((fields) => {
        fields.enrollment.codes = 1;
        fields.enrollment.boxes = ['Code'];
        delete fields.later;
        Reflect.deleteProperty(fields.enrollment, 'submit');
      }),
    ).toEqual([]);
  });

  const mistakes: [string, (fields: Fields) => void, RegExp][] = [
    [
      'a summary that is too long',
      (fields) => (fields.summary = 'x'.repeat(201)),
      /^summary: Write the summary, in 60 to 200 characters\. It has 201\.$/,
    ],
    [
      'two codes without the button that sends them',
      (fields) => {
        fields.enrollment.codes = 2;
        fields.enrollment.boxes = ['Code 1', 'Code 2'];
        Reflect.deleteProperty(fields.enrollment, 'submit');
      },
      /^enrollment\.submit: Two codes must be sent in time, so say with which button/,
    ],
    [
      'a missing title',
      (fields) => Reflect.deleteProperty(fields, 'title'),
      /^title: Write the title, in 10 to 70 characters\.$/,
    ],
    [
      'a field that does not exist',
      (fields) => Object.assign(fields, { tittle: 'x' }),
      /^: A guide has no field tittle\. Its fields are title, summary, .*sources\./,
    ],
    [
      'a field that does not exist, further in',
      (fields) => Object.assign(fields.enrollment, { box: 'x' }),
      /^enrollment: The enrollment has no field box\. Its fields are codes, boxes, /,
    ],
    [
      'a date in quotes',
      (fields) => Object.assign(fields, { verified: '2026-11-24' }),
      /^verified: Write when the guide was last checked as a day, like 2026-11-24, without quotes\.$/,
    ],
    [
      'an address without https',
      (fields) => (fields.links.start.url = 'http://example.com/'),
      /^links\.start\.url: Give the full address of the page, beginning with https:\/\/\.$/,
    ],
    [
      'an id with capitals',
      (fields) => Object.assign(fields.steps[0] ?? {}, { id: 'Check' }),
      /^steps\.0\.id: The id of the step becomes part of its address: use lower-case letters/,
    ],
    [
      'a kind of step that does not exist',
      (fields) => Object.assign(fields.steps[0] ?? {}, { kind: 'read' }),
      /^steps\.0\.kind: Choose what happens in the step: prepare, navigate, capture, codes, /,
    ],
    [
      'too few steps',
      (fields) => (fields.steps = fields.steps.slice(1)),
      /^steps: List the steps: 5 to 7 of them/,
    ],
    [
      'two steps that capture',
      (fields) => Object.assign(fields.steps[0] ?? {}, { kind: 'capture' }),
      /^steps: Give exactly one step the kind capture/,
    ],
    [
      'no step for the codes',
      (fields) => Object.assign(fields.steps[3] ?? {}, { kind: 'finish' }),
      /^steps: Give exactly one step the kind codes/,
    ],
    [
      'codes before the capture',
      (fields) => fields.steps.reverse(),
      /^steps: Put the step of kind capture before the one of kind codes\.$/,
    ],
    [
      'one box for two codes',
      (fields) => (fields.enrollment.boxes = ['Code']),
      /^enrollment\.boxes: The service asks for 2 but 1 boxes are listed/,
    ],
    [
      'three codes',
      (fields) => Object.assign(fields.enrollment, { codes: 3 }),
      /^enrollment\.codes: Write 1, or 2 where two in a row are asked\.$/,
    ],
    [
      'a pattern that is open at an end',
      (fields) => (fields.enrollment.accountPattern = '@example$'),
      /^enrollment\.accountPattern: Write a regular expression that begins with \^/,
    ],
    [
      'a pattern that does not compile',
      (fields) => (fields.enrollment.accountPattern = '^($'),
      /^enrollment\.accountPattern: Write a regular expression/,
    ],
    [
      'a named identity without a label for the name',
      (fields) => Object.assign(fields.identities[0] ?? {}, { named: true }),
      /^identities\.0\.nameLabel: Give nameLabel exactly where named is true/,
    ],
    [
      'an id that is there twice',
      (fields) => Object.assign(fields.faq[1] ?? {}, { id: 'sync' }),
      /^faq\.1\.id: sync is there twice/,
    ],
    [
      'a section named like a part of the page',
      (fields) => Object.assign(fields.sections?.[0] ?? {}, { id: 'sources' }),
      /^sections\.0\.id: The page itself uses sources/,
    ],
    [
      'a section named like a step',
      (fields) => Object.assign(fields.sections?.[0] ?? {}, { id: 'step-one' }),
      /^sections\.0\.id: The page itself uses step-one/,
    ],
    [
      'a refusal that refers to nothing',
      (fields) => Object.assign(fields.refusals[1] ?? {}, { see: 'faq-nothing' }),
      /^refusals\.1\.see: Nothing here is called faq-nothing/,
    ],
    [
      'an anchor with its sign',
      (fields) => Object.assign(fields.later ?? {}, { move: '#faq-lost' }),
      /^later\.move: Write the anchor of how to move to another device without #/,
    ],
    [
      'a button of a resync that does not exist',
      (fields) => delete fields.resync,
      /^later\.resyncSubmit: It belongs to `resync`/,
    ],
    [
      'a resync that is no question',
      (fields) => (fields.resync = 'codes'),
      /^resync: `faq` has no question with the id codes/,
    ],
    [
      'a row of a drawing that does not exist',
      (fields) => Object.assign(fields.figures?.[0]?.rows[0] ?? {}, { kind: 'box' }),
      /^figures\.0\.rows\.0\.kind: Choose what the row shows with `kind`: field, choice, /,
    ],
  ];

  it.each(mistakes)('tells a writer what to do about %s', (_mistake, change, message) => {
    expect(complaints(change)).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['guides', guideSchema],
    ['pages', pageSchema],
  ])('describes every field of %s', (_name, schema) => {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    expect(undescribed(json)).toEqual([]);
  });
});

/** Paths of properties that have no description. */
function undescribed(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (key !== 'properties') return undescribed(value, path);
    return Object.entries(value as Record<string, object>).flatMap(([name, property]) => {
      const here = `${path}/${name}`;
      const missing = 'description' in property ? [] : [here];
      return [...missing, ...undescribed(property, here)];
    });
  });
}
