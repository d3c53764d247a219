import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { codeAt } from '../../../lib/otp/codes.ts';
import { pairStart } from '../../../lib/otp/pair.ts';
import { takeSteps } from '../steps.ts';
import { type CodesTool, registerCodesTool, seconds, secondsUntil } from './codes-tool.ts';
import { named, namesOf, timedEntryFor, type ToolParts } from './parts.ts';

const output = z.strictObject({
  ...named,
  first: z.strictObject({
    code: z.string(),
    seconds_left: seconds.describe('Until the second code takes over'),
  }),
  second: z.strictObject({
    code: z.string(),
    starts_in_seconds: seconds,
    seconds_left: seconds.describe('Until it is over'),
  }),
});

/** Two consecutive codes, for services that ask for both when a device is added. */
export function registerGetEnrollmentCodes(server: McpServer, parts: ToolParts): void {
  registerCodesTool(server, parts, {
    name: 'get_enrollment_codes',
    title: 'Get two consecutive codes',
    description:
      'Gives two consecutive codes of an entry, for services that ask for both when the device is set up or synchronized, as AWS does. To sign in, use get_code. The person may be asked first. If it is refused or declined, do not retry.',
    output,
    wanted: 'two consecutive codes',
    give: givePair,
  });
}

const givePair: CodesTool['give'] = async (name, { rule }, { vault, steps, clock }, signal) => {
  const { id, otp } = await vault.use((entries) => timedEntryFor(rule, entries));
  const from = pairStart(otp, clock.now());
  const lastOf = (first: number): number => first + 1;
  const first = await takeSteps(steps, { key: id, otp, from, lastOf }, clock, signal);
  return vault.use((entries) => {
    const entry = timedEntryFor(rule, entries);
    const now = clock.now();
    const until = (step: number): number => secondsUntil(otp, step, now);
    return {
      structured: {
        ...namesOf(name, entry),
        first: { code: codeAt(entry.otp, first), seconds_left: until(first + 1) },
        second: {
          code: codeAt(entry.otp, first + 1),
          starts_in_seconds: until(first + 1),
          seconds_left: until(first + 2),
        },
      },
      steps: [first, first + 1],
    };
  });
};
