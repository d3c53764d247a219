import { z } from 'astro/zod';

/** Text of `min` to `max` characters; the message tells a writer what to write. */
export function text(what: string, min: number, max: number) {
  const ask = `Write ${what}, in ${min} to ${max} characters.`;
  return z
    .string({ error: ask })
    .trim()
    .min(min, { error: ask })
    .max(max, {
      error: ({ input }) => `${ask} It has ${typeof input === 'string' ? input.length : 'more'}.`,
    });
}

/** The id of a step, a question and the like: it becomes part of an address. */
export function id(what: string) {
  return z.string({ error: `Give ${what} an id.` }).regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
    error:
      `The id of ${what} becomes part of its address: use lower-case letters, digits and single ` +
      'hyphens, begin with a letter, and do not change it once it is published.',
  });
}

/** An address that a reader can open. */
export function address(what: string) {
  return z.url({
    protocol: /^https$/,
    error: `Give the full address of ${what}, beginning with https://.`,
  });
}

/** A day, written without quotes. */
export function day(what: string) {
  return z.date({ error: `Write ${what} as a day, like 2026-11-24, without quotes.` });
}

/** One of a closed list of words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(
  what: string,
  words: Words,
) {
  return z.enum(words, { error: `Choose ${what}: ${words.join(', ')}.` });
}

/** A group of fields; one that does not exist is refused with the names of those that do. */
export function group<Shape extends z.ZodRawShape>(what: string, shape: Shape) {
  const names = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `${what} has no field ${issue.keys.join(', ')}. Its fields are ${names}. ` +
          'Correct the name or take the line out.'
        : `Write ${what} as a group of fields: ${names}.`,
  });
}

/** A list; `min` of 1 means that it cannot be empty. */
export function list<Item extends z.ZodType>(what: string, item: Item, min = 0, max = 500) {
  const ask = min === max ? `${min}` : `${min} to ${max}`;
  const error = `List ${what}: ${ask} of them, each on a line that begins with "-".`;
  return z.array(item, { error }).min(min, { error }).max(max, { error });
}
