import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { RefusedError } from '../../errors.ts';
import { entryFor } from '../allowed.ts';
import { clientOf } from '../client.ts';
import { quoted } from '../data.ts';
import type { Call, Permit } from '../permission.ts';
import { Refusal } from '../refusal.ts';
import { answer, type Gift } from './answer.ts';
import { entryInput, type ToolParts } from './parts.ts';

const output = z.strictObject({
  entry: z.string(),
  profile: z.string().describe('Name it to the AWS tools, as in: aws --profile NAME'),
  expires_at: z.iso.datetime(),
});

/** A session of AWS in a profile: the code and the keys stay out of the conversation. */
export function registerAwsSession(server: McpServer, parts: ToolParts): void {
  server.registerTool(
    'aws_session',
    {
      title: 'Start an AWS session with MFA',
      description:
        'Gets temporary AWS credentials with a fresh code and writes them into the profile that the person set for this entry. Neither the code nor the credentials are shown to you: use the profile. Prefer this over get_code for AWS. The person may be asked first. If it is refused or declined, do not retry.',
      inputSchema: entryInput,
      outputSchema: output,
      annotations: {
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: true,
      },
    },
    ({ entry }, context) => {
      const client = clientOf(context, server);
      const call = { tool: 'aws_session', entry, wanted, client, context };
      return answer(parts.permission, call, (permit) => renew(entry, permit, parts));
    },
  );
}

const wanted: Call['wanted'] = ({ aws }) =>
  aws === undefined
    ? 'AWS credentials'
    : `AWS credentials (written to the profile ${quoted(aws.profile)}) with a code`;

async function renew(name: string, { rule }: Permit, { vault, aws }: ToolParts): Promise<Gift> {
  const { aws: order } = rule;
  if (order === undefined) {
    throw new Refusal(
      'not-set-up',
      'This entry has no "aws" part in mcp.json. Only the person can set it up.',
    );
  }
  // A copy: what the vault hands out is wiped at once, and a session takes a while.
  const entry = await vault.use((entries) => {
    const found = entryFor(rule, entries);
    return { ...found, otp: { ...found.otp, secret: found.otp.secret.slice() } };
  });
  try {
    const { expiration, steps } = await aws.renew(order, entry);
    const { profile } = order;
    const expires_at = new Date(expiration).toISOString();
    return { structured: { entry: name, profile, expires_at }, steps, profile };
  } catch (error) {
    if (error instanceof RefusedError) throw new Refusal('failed', error.message);
    throw error;
  } finally {
    entry.otp.secret.fill(0);
  }
}
