import { z } from 'astro/zod';
import { enrollment, identity, refusal } from './enrollment.ts';
import { address, day, group, id, list, oneOf, text } from './fields.ts';
import { figure } from './figure.ts';
import { later } from './later.ts';
import { checkIds, checkReferences } from './references.ts';

const link = group('A link', {
  title: text('the title of the page', 3, 90).describe('The words that are linked.'),
  url: address('the page').describe('Its address.'),
});

const also = list('other ways to ask it', text('another way to ask it', 3, 110), 0, 40)
  .optional()
  .describe('Other ways people put it, error messages included; searched and not shown.');

const section = group('A section', {
  id: id('the section').describe('Its anchor, and what <Section id> in the text refers to.'),
  title: text('the heading', 3, 70).describe('Its heading.'),
  also,
});

const step = group('A step', {
  id: id('the step').describe('Its anchor is step-<id>; <Step id> in the text refers to it.'),
  title: text('the heading of the step', 8, 70).describe(
    'What the reader does in it, as a command.',
  ),
  kind: oneOf('what happens in the step', [
    'prepare',
    'navigate',
    'capture',
    'codes',
    'finish',
    'repeat',
  ]).describe(
    'prepare: check or gather. navigate: find the way in the service. capture: get the QR code in. ' +
      'codes: type the codes. finish: check, and a second device. repeat: the next identity.',
  ),
  also,
});

const question = group('A question', {
  id: id('the question').describe('Its anchor is faq-<id>; <Faq id> in the text refers to it.'),
  title: text('the question', 8, 110).describe(
    'The question, in the words of someone who asks it.',
  ),
  also,
  formerly: list('earlier ids', id('the question'), 0, 4)
    .optional()
    .describe('Ids under which it was published before; links to them keep working.'),
});

const source = group('A source', {
  id: id('the source').describe('A short name for it.'),
  title: text('the title of the source', 5, 130).describe('Its title, with its publisher.'),
  url: address('the source').describe('Where it can be read.'),
  confidence: oneOf('how sure it makes us', ['high', 'medium', 'low']).describe(
    'How sure we are that what this guide takes from it is true today.',
  ),
  published: text('when it was published', 4, 60)
    .optional()
    .describe('When it was published or which version was read, as far as known.'),
  note: text('what was taken from it', 5, 220)
    .optional()
    .describe('What was taken from it, or what to keep in mind.'),
});

/** All that a guide says outside of its prose. */
export const guideSchema = group('A guide', {
  title: text('the title', 10, 70).describe('The page title: what the reader gets done.'),
  summary: text('the summary', 60, 200).describe('What the guide does, in one or two sentences.'),
  service: text('the name of the service', 2, 40).describe('The service, as people say it.'),
  verified: day('when the guide was last checked').describe(
    'When someone last checked every step and statement.',
  ),
  verifiedAgainst: oneOf('what it was checked against', ['documentation', 'service']).describe(
    'documentation: against what the service publishes. service: by doing it on a real account.',
  ),
  minutes: z
    .int({ error: 'Write the minutes as a whole number.' })
    .min(1, { error: 'Write at least 1.' })
    .max(60, { error: 'Write at most 60; a longer job is more than one guide.' })
    .describe('How many minutes one identity takes.'),
  needs: list('what the reader needs', text('one thing the reader needs', 5, 140), 1, 6).describe(
    'What the reader must have at hand before the first step.',
  ),
  links: group('The links', {
    start: link.describe('The page of the service where the work begins.'),
    official: list('official pages', link, 1, 6).describe("The service's own pages on this."),
  }).describe('Where to begin, and what the service itself says.'),
  identities: list('identities', identity, 0, 6).describe(
    'Kinds of users that each get an entry of their own; empty where an account is one user.',
  ),
  enrollment: enrollment.describe('What the companion has to know to enroll a device.'),
  sections: list('the sections', section, 0, 12)
    .default([])
    .describe('Parts of the text beside the steps.'),
  steps: list('the steps', step, 5, 7).describe('What the reader does, in order.'),
  figures: list('drawings', figure, 0, 6)
    .default([])
    .describe('Drawings of the pages of the service.'),
  refusals: list('reasons for a refusal', refusal, 1, 6).describe(
    'Why the service may refuse the codes, the likeliest first.',
  ),
  resync: id('the question about codes that are out of sync')
    .optional()
    .describe('The question that says how to get a device back in sync, where the service can.'),
  later: later
    .optional()
    .describe('Where this guide, or its page of questions, says what comes up later.'),
  faq: list('questions', question, 1, 60).describe('Questions that the text answers.'),
  sources: list('sources', source, 1, 40).describe('What the guide was written from.'),
}).superRefine(checkReferences);

export type GuideData = z.infer<typeof guideSchema>;

/** A page of prose that is not about one service. */
export const pageSchema = group('A page', {
  title: text('the title', 3, 70).describe('The page title.'),
  summary: text('the summary', 40, 200).describe('What the page says, in one or two sentences.'),
  guide: id('the guide')
    .optional()
    .describe('The guide of the service, the name of its file, where it is about one.'),
  terms: z
    .boolean()
    .default(false)
    .describe('true where each part explains a word, as in a glossary.'),
  also,
  sections: list('the sections', section, 1, 40).describe('Its parts, in order.'),
});

export type PageData = z.infer<typeof pageSchema>;

/** Questions and answers on a page of their own, about one service or about none. */
export const faqSchema = group('A page of questions', {
  title: text('the title', 3, 70).describe('The page title.'),
  summary: text('the summary', 40, 200).describe('What the page answers, in one or two sentences.'),
  topic: text('what the questions are about', 2, 40).describe(
    'The service, as people say it, or another topic: the heading of the group in /faq/.',
  ),
  guide: id('the guide').optional().describe('The guide of the service: the name of its file.'),
  verified: day('when the answers were last checked').describe(
    'When someone last checked every statement.',
  ),
  sections: list('the sections', section, 1, 12).describe('Groups of questions, in order.'),
  faq: list(
    'questions',
    question.extend({
      movedFrom: id('the guide that had it')
        .optional()
        .describe('The guide where it was published before: its anchor there stays as a link.'),
    }),
    1,
    60,
  ).describe('Questions that the text answers.'),
  sources: list('sources', source, 1, 40).describe('What the answers were written from.'),
}).superRefine((data, context) => {
  checkIds(data, ['sections', 'faq', 'sources'], context);
});

export type FaqData = z.infer<typeof faqSchema>;

/** The frontmatter of any entry that people read. */
export type EntryData = GuideData | PageData | FaqData;
