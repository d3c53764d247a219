import { VaultError } from './errors.ts';
import { FORMAT } from './seal.ts';

/** Version of the stores and of the header. */
export const SCHEMA = 1;

/** What a vault says about itself. */
export interface Header {
  readonly format: typeof FORMAT;
  readonly schema: number;
  /** Random id of the vault; part of what every record is sealed for. */
  readonly id: string;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  /** Goes up by one with every change to the vault. */
  readonly revision: number;
}

/**
 * Checks a header that was stored.
 *
 * @throws VaultError `newer-schema`, or `tampered` for what is no header of ours
 */
export function checkHeader(header: Header): void {
  const { format, schema, id, revision }: Readonly<Record<keyof Header, unknown>> = header;
  if (typeof schema === 'number' && schema > SCHEMA) throw new VaultError('newer-schema');
  const known = format === FORMAT && schema === SCHEMA;
  if (!known || typeof id !== 'string' || !Number.isSafeInteger(revision)) {
    throw new VaultError('tampered');
  }
}
