import type { McpServer, ServerContext } from '@modelcontextprotocol/server';
import {
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  isSpecType,
} from '@modelcontextprotocol/server';
import { canElicit } from './approval/elicitation.ts';
import { asData } from './data.ts';

/** Who speaks with the server. */
export interface ClientFacts {
  /** What it calls itself; no more than a hint to the person. */
  readonly name: string;
  /** Whether it can put a question to the person. */
  readonly canAsk: boolean;
}

/**
 * From the request itself since revision 2026-07-28 of the protocol, from the handshake
 * of the connection before.
 */
export function clientOf({ mcpReq }: ServerContext, { server }: McpServer): ClientFacts {
  const envelope: Record<string, unknown> = mcpReq.envelope ?? {};
  /* eslint-disable @typescript-eslint/no-deprecated -- connections of before say it nowhere else */
  const info = envelope[CLIENT_INFO_META_KEY] ?? server.getClientVersion();
  const capabilities = envelope[CLIENT_CAPABILITIES_META_KEY] ?? server.getClientCapabilities();
  /* eslint-enable @typescript-eslint/no-deprecated */
  return {
    name: isSpecType.Implementation(info)
      ? asData(`${info.name} ${info.version}`)
      : 'An unnamed program',
    canAsk: isSpecType.ClientCapabilities(capabilities) && canElicit(capabilities.elicitation),
  };
}
