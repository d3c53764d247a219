import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { codeAt, secondsLeft, timeStep } from '../../../lib/otp/codes.ts';
import { isTooLate } from '../../../lib/otp/pair.ts';
import { takeSteps } from '../steps.ts';
import { type CodesTool, registerCodesTool, seconds, secondsUntil } from './codes-tool.ts';
import { named, namesOf, timedEntryFor, type ToolParts } from './parts.ts';

const output = z.strictObject({
  ...named,
  code: z.string(),
  seconds_left: seconds.describe('Until the code changes; services take it a little longer'),
  next: z
    .strictObject({ code: z.string(), starts_in_seconds: seconds })
    .optional()
    .describe('Use this one instead where the current code has too few seconds left'),
});

/** The current code, once. */
export function registerGetCode(server: McpServer, parts: ToolParts): void {
  registerCodesTool(server, parts, {
    name: 'get_code',
    title: 'Get a one-time code',
    description:
      'Gives the current code of an entry, to sign in with. No code is given twice: a second call waits for the next one, up to 45 seconds. The person may be asked first. If it is refused or declined, do not retry.',
    output,
    wanted: 'a code',
    give: giveCode,
  });
}

const giveCode: CodesTool['give'] = async (name, { rule }, { vault, steps, clock }, signal) => {
  const { id, otp } = await vault.use((entries) => timedEntryFor(rule, entries));
  const current = timeStep(otp, clock.now());
  const isLate = isTooLate(secondsLeft(otp, clock.now()), otp.period);
  const lastOf = (first: number): number => (first === current && isLate ? first + 1 : first);
  const first = await takeSteps(steps, { key: id, otp, from: current, lastOf }, clock, signal);
  const last = lastOf(first);
  return vault.use((entries) => {
    const entry = timedEntryFor(rule, entries);
    const now = clock.now();
    const next = {
      code: codeAt(entry.otp, last),
      starts_in_seconds: secondsUntil(otp, last, now),
    };
    return {
      structured: {
        ...namesOf(name, entry),
        code: codeAt(entry.otp, first),
        seconds_left: secondsUntil(otp, first + 1, now),
        ...(last > first ? { next } : {}),
      },
      steps: last > first ? [first, last] : [first],
    };
  });
};
