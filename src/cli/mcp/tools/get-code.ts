import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { codeAt, secondsLeft, stepStartsAt, timeStep } from '../../../lib/otp/codes.ts';
import { isTooLate } from '../../../lib/otp/pair.ts';
import { clientOf } from '../client.ts';
import { takeSteps } from '../steps.ts';
import { answer, type Gift } from './answer.ts';
import { entryInput, named, namesOf, timedEntryFor, type ToolParts } from './parts.ts';
import type { Permit } from '../permission.ts';

const seconds = z.int().min(0).max(172_800);

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
  server.registerTool(
    'get_code',
    {
      title: 'Get a one-time code',
      description:
        'Gives the current code of an entry, to sign in with. No code is given twice: a second call waits for the next one, up to 45 seconds. The person may be asked first. If it is refused or declined, do not retry.',
      inputSchema: entryInput,
      outputSchema: output,
      annotations: {
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: false,
        openWorldHint: false,
      },
    },
    ({ entry }, context) => {
      const client = clientOf(context, server);
      const call = { tool: 'get_code', entry, wanted: () => 'a code', client, context };
      return answer(parts.permission, call, (permit) =>
        giveCode(entry, permit, parts, context.mcpReq.signal),
      );
    },
  );
}

async function giveCode(
  name: string,
  { rule }: Permit,
  { vault, steps, clock }: ToolParts,
  signal: AbortSignal,
): Promise<Gift> {
  const { id, otp } = await vault.use((entries) => timedEntryFor(rule, entries));
  const current = timeStep(otp, clock.now());
  const isLate = isTooLate(secondsLeft(otp, clock.now()), otp.period);
  const lastOf = (first: number): number => (first === current && isLate ? first + 1 : first);
  const first = await takeSteps(steps, { key: id, otp, from: current, lastOf }, clock, signal);
  const last = lastOf(first);
  return vault.use((entries) => {
    const entry = timedEntryFor(rule, entries);
    const now = clock.now();
    const seconds = (step: number): number =>
      Math.max(0, Math.ceil((stepStartsAt(otp, step) - now) / 1000));
    const next = { code: codeAt(entry.otp, last), starts_in_seconds: seconds(last) };
    return {
      structured: {
        ...namesOf(name, entry),
        code: codeAt(entry.otp, first),
        seconds_left: seconds(first + 1),
        ...(last > first ? { next } : {}),
      },
      steps: last > first ? [first, last] : [first],
    };
  });
}
