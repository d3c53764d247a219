/** A line of the audit log. It holds no code, no secret and no passphrase. */
export interface AuditRecord {
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** Process of the server that wrote it. */
  readonly pid: number;
  /** What the client calls itself; anything may be in there. */
  readonly client: string;
  readonly tool: string;
  /** The name in mcp.json; of a call that is not allowed, what was asked for. */
  readonly entry: string;
  readonly outcome: 'asked' | 'given' | 'refused';
  /** How the person answered, or that nobody need be asked. */
  readonly approval?: 'always' | 'elicitation' | 'terminal' | undefined;
  /** Why it was refused. */
  readonly reason?: string | undefined;
  /** Time steps whose codes were given. */
  readonly steps?: readonly number[] | undefined;
  /** The profile of AWS that was written. */
  readonly profile?: string | undefined;
}

/** Reads a line; undefined where it is none of ours, as after the power was lost in the middle. */
export function parseRecord(line: string): AuditRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const record: Partial<Record<keyof AuditRecord, unknown>> = value;
  const texts = [record.time, record.client, record.tool, record.entry, record.outcome];
  return texts.every((text) => typeof text === 'string') &&
    !Number.isNaN(Date.parse(String(record.time)))
    ? (value as AuditRecord)
    : undefined;
}
