import { mkdir, readFile, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { writePrivate } from '../../aws/private-file.ts';
import type { SessionCredentials } from '../../aws/session-credentials.ts';
import { RefusedError } from '../../errors.ts';
import { withLock } from '../../vault/lock.ts';
import { codeOf } from '../../vault/read.ts';
import { withSession } from './profile-text.ts';

/** `~/.aws/credentials`, or where `$AWS_SHARED_CREDENTIALS_FILE` points. */
export function credentialsPath(env: NodeJS.ProcessEnv = process.env): string {
  return env.AWS_SHARED_CREDENTIALS_FILE ?? path.join(homedir(), '.aws', 'credentials');
}

/**
 * Puts a session into a profile: the file is replaced as a whole or not at all, and only
 * its owner can read it afterwards (mode 0600).
 *
 * @throws RefusedError where the profile has long-term keys, or the file cannot be written
 */
export async function writeSession(
  named: string,
  profile: string,
  { accessKeyId, secretAccessKey, sessionToken }: SessionCredentials,
): Promise<void> {
  // A link stays one, as dotfiles are often kept elsewhere.
  const file = await realpath(named).catch(() => named);
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await withLock(file, async () => {
      const text = await readFile(file, 'utf8').catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return '';
        throw error;
      });
      const settings = {
        aws_access_key_id: accessKeyId,
        aws_secret_access_key: secretAccessKey,
        aws_session_token: sessionToken,
      };
      await writePrivate(file, withSession(text, profile, settings));
    });
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    throw new RefusedError(`${file} cannot be written (${codeOf(error)}); nothing was changed.`);
  }
}
