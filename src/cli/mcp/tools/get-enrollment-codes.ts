import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { codeAt, stepStartsAt } from '../../../lib/otp/codes.ts';
import { pairStart } from '../../../lib/otp/pair.ts';
import { clientOf } from '../client.ts';
import type { Permit } from '../permission.ts';
import { takeSteps } from '../steps.ts';
import { answer, type Gift } from './answer.ts';
import { entryInput, named, namesOf, timedEntryFor, type ToolParts } from './parts.ts';

const seconds = z.int().min(0).max(172_800);

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
  server.registerTool(
    'get_enrollment_codes',
    {
      title: 'Get two consecutive codes',
      description:
        'Gives two consecutive codes of an entry, for services that ask for both when the device is set up or synchronized, as AWS does. To sign in, use get_code. The person may be asked first. If it is refused or declined, do not retry.',
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
      const wanted = (): string => 'two consecutive codes';
      const call = { tool: 'get_enrollment_codes', entry, wanted, client, context };
      return answer(parts.permission, call, (permit) =>
        givePair(entry, permit, parts, context.mcpReq.signal),
      );
    },
  );
}

async function givePair(
  name: string,
  { rule }: Permit,
  { vault, steps, clock }: ToolParts,
  signal: AbortSignal,
): Promise<Gift> {
  const { id, otp } = await vault.use((entries) => timedEntryFor(rule, entries));
  const from = pairStart(otp, clock.now());
  const lastOf = (first: number): number => first + 1;
  const first = await takeSteps(steps, { key: id, otp, from, lastOf }, clock, signal);
  return vault.use((entries) => {
    const entry = timedEntryFor(rule, entries);
    const now = clock.now();
    const seconds = (step: number): number =>
      Math.max(0, Math.ceil((stepStartsAt(otp, step) - now) / 1000));
    return {
      structured: {
        ...namesOf(name, entry),
        first: { code: codeAt(entry.otp, first), seconds_left: seconds(first + 1) },
        second: {
          code: codeAt(entry.otp, first + 1),
          starts_in_seconds: seconds(first + 1),
          seconds_left: seconds(first + 2),
        },
      },
      steps: [first, first + 1],
    };
  });
}
