import { z } from 'astro/zod';
import { group, id, list, oneOf, text } from './fields.ts';
import { part } from './later.ts';

export const identity = group('An identity', {
  id: id('the identity').describe(
    'Kept with each entry and used in links such as ?identity=root, so it never changes.',
  ),
  label: text('what the service calls this kind of user', 2, 40).describe(
    'What the service calls this kind of user, such as "Root user".',
  ),
  named: z
    .boolean({ error: 'Write true where there can be several of this kind, else false.' })
    .describe('Whether there can be several of this kind, so that each needs a name.'),
  nameLabel: text('the label of the box for the name', 2, 40)
    .optional()
    .describe('Label of the box for the name, such as "IAM user name"; only where named is true.'),
  hint: text('what helps to choose', 5, 160)
    .optional()
    .describe('One sentence that helps a reader to know which kind of user they are.'),
  recover: part('how this identity gets back in')
    .optional()
    .describe('How this kind of user gets back in without the device, where it differs.'),
});

/** True for a pattern that compiles and is anchored at both ends. */
function isWholePattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
  } catch {
    return false;
  }
  return pattern.startsWith('^') && pattern.endsWith('$');
}

export const enrollment = group('The enrollment', {
  codes: z
    .union([z.literal(1), z.literal(2)], { error: 'Write 1, or 2 where two in a row are asked.' })
    .describe('How many codes the service asks for: one, or two consecutive ones.'),
  boxes: list(
    'the boxes that the codes go into',
    text('the label of the box', 2, 40),
    1,
    2,
  ).describe('Labels of the boxes, as the service shows them, one for each code.'),
  submit: text('the button that sends the codes', 2, 40)
    .optional()
    .describe(
      'The button that sends the codes, as the service labels it. Leave it out where a page of ' +
        'one code has none, or its documentation names none.',
    ),
  issuers: list('the issuers in its QR codes', text('an issuer', 1, 60), 1, 8).describe(
    'What its QR codes name as issuer; another one gets a warning. Capitals do not matter.',
  ),
  accountPattern: z
    .string()
    .refine(isWholePattern, {
      error: 'Write a regular expression that begins with ^ and ends with $.',
    })
    .optional()
    .describe(
      'Where its QR codes may name no issuer: what their account label looks like. Groups named ' +
        'device and account, as in (?<account>…), say which part of it is what.',
    ),
  keyHint: text('where the service shows its key as text', 10, 160).describe(
    'Where the service shows the key as text, for those who cannot take a picture of the QR code.',
  ),
  maxDevices: z
    .int({ error: 'Write a whole number.' })
    .min(1, { error: 'Leave maxDevices out where the service does not say a number.' })
    .max(100, { error: 'Leave maxDevices out where the service does not say a number.' })
    .optional()
    .describe('How many devices one identity may have, where the service says.'),
});

export const refusal = group('A refusal', {
  kind: oneOf('why the service refused', ['clock', 'late', 'identity', 'leftover']).describe(
    'clock: the time is off. late: codes too old, reused or not in a row. identity: the QR code ' +
      'of somebody else. leftover: an unfinished set-up is in the way.',
  ),
  title: text('the reason', 5, 60).describe('The reason, as a short statement.'),
  text: text('what to do about it', 20, 260).describe(
    'What happened and what to do, in one or two plain sentences, without Markdown.',
  ),
  see: z
    .string()
    .regex(/^(step|faq)-/, { error: 'Write step-<id> or faq-<id>, as it stands in an address.' })
    .optional()
    .describe('The step or question that says more, as step-<id> or faq-<id>.'),
});
