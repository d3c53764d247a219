import { RefusedError } from '../errors.ts';
import type { Format } from './formats.ts';

/** Temporary keys, as STS hands them out. */
export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** When they end, in milliseconds since the Unix epoch. */
  readonly expiration: number;
}

/**
 * The object that a `credential_process` prints (AWS SDKs and Tools Reference Guide,
 * process credential provider): version 1, the time as ISO 8601.
 */
export function toProcessJson(credentials: SessionCredentials): string {
  return JSON.stringify({
    Version: 1,
    AccessKeyId: credentials.accessKeyId,
    SecretAccessKey: credentials.secretAccessKey,
    SessionToken: credentials.sessionToken,
    Expiration: new Date(credentials.expiration).toISOString(),
  });
}

/** Reads what `toProcessJson` wrote; undefined where it is something else. */
export function fromProcessJson(text: string): SessionCredentials | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const {
    Version,
    AccessKeyId,
    SecretAccessKey,
    SessionToken,
    Expiration,
  }: Record<string, unknown> = { ...value };
  const expiration = typeof Expiration === 'string' ? Date.parse(Expiration) : Number.NaN;
  return Version === 1 &&
    typeof AccessKeyId === 'string' &&
    typeof SecretAccessKey === 'string' &&
    typeof SessionToken === 'string' &&
    !Number.isNaN(expiration)
    ? {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
        expiration,
      }
    : undefined;
}

/**
 * The credentials as a person or a script takes them in, without a line break at the end.
 *
 * @throws RefusedError where a value holds characters that a shell could take for commands
 */
export function formatCredentials(credentials: SessionCredentials, format: Format): string {
  if (format === 'process') return toProcessJson(credentials);
  const line = LINES[format];
  return variables(credentials)
    .map(([name, value]) => {
      if (PLAIN.test(value)) return line(name, value);
      throw new RefusedError(
        `The answer holds characters in ${name} that no key of AWS has, and a shell could run them. Check --endpoint-url, or use --format process.`,
      );
    })
    .join('\n');
}

/** What keys, tokens (Base64) and times are made of. No shell reads anything else into it. */
const PLAIN = /^[\w+/=:.-]+$/;

const LINES: Readonly<Record<Exclude<Format, 'process'>, (name: string, value: string) => string>> =
  {
    env: (name, value) => `export ${name}=${value}`,
    'env-no-export': (name, value) => `${name}=${value}`,
    powershell: (name, value) => `$Env:${name}="${value}"`,
    'windows-cmd': (name, value) => `set ${name}=${value}`,
    fish: (name, value) => `set -gx ${name} ${value}`,
  };

function variables(credentials: SessionCredentials): [string, string][] {
  return [
    ['AWS_ACCESS_KEY_ID', credentials.accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey],
    ['AWS_SESSION_TOKEN', credentials.sessionToken],
    ['AWS_CREDENTIAL_EXPIRATION', new Date(credentials.expiration).toISOString()],
  ];
}
