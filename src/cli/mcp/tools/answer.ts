import type { CallToolResult, InputRequiredResult } from '@modelcontextprotocol/server';
import { isInputRequiredResult } from '@modelcontextprotocol/server';
import type { Call, Permission, Permit } from '../permission.ts';
import { Refusal } from '../refusal.ts';

/** What a tool gives, and what the audit log says of it. */
export interface Gift {
  readonly structured: Record<string, unknown>;
  readonly steps?: readonly number[] | undefined;
  readonly profile?: string | undefined;
}

/**
 * Answers a call of a tool: asks for permission, gives, and writes down what became of it
 * before it leaves. Failures never carry more than our own words.
 */
export async function answer(
  permission: Permission,
  call: Call,
  give: (permit: Permit) => Promise<Gift>,
): Promise<CallToolResult | InputRequiredResult> {
  try {
    const permit = await permission.of(call);
    if (isInputRequiredResult(permit)) return permit;
    const { structured, steps, profile } = await give(permit);
    const { approval } = permit;
    await permission.note(call, { outcome: 'given', approval, steps, profile });
    return result(structured);
  } catch (error) {
    const refusal =
      error instanceof Refusal
        ? error
        : new Refusal('failed', 'This failed for a reason that is not told to programs.');
    const noted = await permission
      .note(call, { outcome: 'refused', reason: refusal.reason })
      .then(() => refusal)
      .catch((failure: unknown) => (failure instanceof Refusal ? failure : refusal));
    return { content: [{ type: 'text', text: noted.message }], isError: true };
  }
}

/** As text for clients that do not know structured content: names stand in it as JSON strings. */
export function result(structured: Record<string, unknown>): CallToolResult {
  return {
    content: [{ type: 'text', text: JSON.stringify(structured) }],
    structuredContent: structured,
  };
}
