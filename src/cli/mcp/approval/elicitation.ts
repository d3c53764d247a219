import type { InputRequiredResult, ServerContext } from '@modelcontextprotocol/server';
import { inputRequired, inputResponse } from '@modelcontextprotocol/server';

const KEY = 'approval';

/** Whether the client can put a question to the person: forms are what an empty object means too. */
export function canElicit(elicitation: unknown): boolean {
  if (typeof elicitation !== 'object' || elicitation === null) return false;
  return 'form' in elicitation || Object.keys(elicitation).length === 0;
}

/** Asks without fields: to accept is the answer. Nothing that is typed could be a secret. */
export function question(message: string, requestState: string): InputRequiredResult {
  const requestedSchema = { type: 'object' as const, properties: {} };
  return inputRequired({
    inputRequests: { [KEY]: inputRequired.elicit({ message, requestedSchema }) },
    requestState,
  });
}

/** The state that came back with a call; undefined on the first round. */
export function stateOf({ mcpReq }: ServerContext): string | undefined {
  const state: unknown = mcpReq.requestState();
  return typeof state === 'string' ? state : undefined;
}

/** Everything that is not an outright acceptance is a no. */
export function answerIn({ mcpReq }: ServerContext): 'accept' | 'decline' | 'cancel' {
  const answer = inputResponse(mcpReq.inputResponses, KEY);
  return answer.kind === 'elicit' ? answer.action : 'cancel';
}
