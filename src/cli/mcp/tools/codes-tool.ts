import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { stepStartsAt } from '../../../lib/otp/codes.ts';
import type { TimedParameters } from '../../../lib/otp/parameters.ts';
import { clientOf } from '../client.ts';
import type { Permit } from '../permission.ts';
import { answer, type Gift } from './answer.ts';
import { entryInput, type ToolParts } from './parts.ts';

/** Whole seconds, as the answers of these tools have them. */
export const seconds = z.int().min(0).max(172_800);

/** Whole seconds from `now` (milliseconds since the Unix epoch) until a time step begins. */
export function secondsUntil(otp: TimedParameters, step: number, now: number): number {
  return Math.max(0, Math.ceil((stepStartsAt(otp, step) - now) / 1000));
}

/** A tool that gives codes of one entry. */
export interface CodesTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly output: z.ZodObject;
  /** What it gives, as the person is asked for it: `a code`. */
  readonly wanted: string;
  readonly give: (
    name: string,
    permit: Permit,
    parts: ToolParts,
    signal: AbortSignal,
  ) => Promise<Gift>;
}

/** Registers it; each call is asked for, counted and written down. */
export function registerCodesTool(server: McpServer, parts: ToolParts, tool: CodesTool): void {
  const { name, title, description, output, wanted, give } = tool;
  server.registerTool(
    name,
    {
      title,
      description,
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
      const call = { tool: name, entry, wanted: () => wanted, client, context };
      return answer(parts.permission, call, (permit) =>
        give(entry, permit, parts, context.mcpReq.signal),
      );
    },
  );
}
