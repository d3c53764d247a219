import { RefusedError } from '../errors.ts';
import { GUARD, type ProgramKeys } from './long-term-keys.ts';

/** Milliseconds; some programs ask the person for something. */
const PATIENCE = 120_000;

/**
 * Runs a profile's `credential_process` by the shell, as the AWS SDKs do, and reads the
 * keys that it prints as JSON.
 *
 * @throws RefusedError with what the program said
 */
export async function runProgram(command: string, profile: string): Promise<ProgramKeys> {
  // The program inherits it: where it is this command, it would call itself for ever.
  const env = { ...process.env, [GUARD]: profile };
  // Loaded here, as in a bundle of one file all commands would load it.
  const [{ exec }, { promisify }] = await Promise.all([
    import('node:child_process'),
    import('node:util'),
  ]);
  const { stdout } = await promisify(exec)(command, { env, timeout: PATIENCE }).catch(
    (error: unknown) => {
      const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
      throw new RefusedError(
        `The credential_process of profile ${profile} failed${said === '' ? '.' : `: ${said}`}`,
      );
    },
  );
  const keys = read(stdout);
  if (keys !== undefined) return keys;
  throw new RefusedError(
    `The credential_process of profile ${profile} printed no keys: it has to print JSON with Version 1, AccessKeyId and SecretAccessKey.`,
  );
}

function read(text: string): ProgramKeys | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { Version, AccessKeyId, SecretAccessKey, SessionToken }: Record<string, unknown> = {
    ...value,
  };
  if (Version !== 1 || typeof AccessKeyId !== 'string' || typeof SecretAccessKey !== 'string') {
    return undefined;
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: typeof SessionToken === 'string' ? SessionToken : undefined,
  };
}
