import { z } from 'astro/zod';
import { group, text } from './fields.ts';

/** The anchor of a part: a section's id, `step-<id>` or `faq-<id>`. */
export function part(what: string) {
  return z.string({ error: `Give the anchor of ${what}.` }).regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
    error: `Write the anchor of ${what} without #: a section’s id, step-<id> or faq-<id>.`,
  });
}

/** What an entry that this guide helped to make links to, for as long as it is in use. */
export const later = group('The parts for later', {
  recover: part('how to get back in')
    .optional()
    .describe('How to get back in without the device; an identity may have its own.'),
  move: part('how to move to another device')
    .optional()
    .describe('How to change to another device.'),
  remove: part('how to remove a device')
    .optional()
    .describe('How to take the device off the account.'),
  resyncSubmit: text('the button that sends the codes of a resync', 2, 40)
    .optional()
    .describe('Where a resync takes two codes in the same boxes: the button that sends them.'),
  recoveryCodes: z
    .boolean({ error: 'Write true or false, or leave recoveryCodes out where it is not known.' })
    .optional()
    .describe('Whether the service gives recovery codes.'),
});
