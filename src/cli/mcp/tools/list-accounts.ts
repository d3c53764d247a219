import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Entry } from '../../../lib/vault/entry.ts';
import { entryFor } from '../allowed.ts';
import { Refusal } from '../refusal.ts';
import type { Rule } from '../settings.ts';
import { result } from './answer.ts';
import { named, namesOf, type ToolParts } from './parts.ts';

const output = z.strictObject({
  accounts: z.array(
    z.strictObject({
      ...named,
      approval: z.enum(['ask', 'always']).describe('Whether the person is asked each time'),
      aws_profile: z.string().optional().describe('The profile that aws_session writes'),
      unavailable: z.string().optional().describe('Why it gives no codes'),
    }),
  ),
});

type Account = z.infer<typeof output>['accounts'][number];

/** The names of the entries that may be used, and of no others. */
export function registerListAccounts(server: McpServer, { settings, vault }: ToolParts): void {
  server.registerTool(
    'list_accounts',
    {
      title: 'List accounts',
      description:
        'Lists the entries whose codes the person allows you to ask for. No secrets, no codes.',
      inputSchema: z.strictObject({}),
      outputSchema: output,
      annotations: {
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    async () => {
      const rules = Object.entries(settings.entries);
      // Nobody need type a passphrase for an empty list.
      if (rules.length === 0) return result({ accounts: [] });
      try {
        const accounts = await vault.use((entries) =>
          rules.map(([name, rule]) => accountOf(name, rule, entries)),
        );
        return result({ accounts });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { content: [{ type: 'text', text: error.message }], isError: true };
      }
    },
  );
}

function accountOf(name: string, rule: Rule, entries: readonly Entry[]): Account {
  const { approval, aws } = rule;
  const profile = aws === undefined ? {} : { aws_profile: aws.profile };
  try {
    return { ...namesOf(name, entryFor(rule, entries)), approval, ...profile };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const none = { entry: name, issuer: '', account: '' };
    return { ...none, approval, ...profile, unavailable: error.message };
  }
}
