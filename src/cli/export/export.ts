import { open } from 'node:fs/promises';
import type { LeftOut } from '../../lib/formats/format.ts';
import { writeGoogle } from '../../lib/formats/google.ts';
import { writeOtpauth } from '../../lib/formats/otpauth.ts';
import type { Entry } from '../../lib/vault/entry.ts';
import { describe, isUsable } from '../entry-text.ts';
import { RefusedError } from '../errors.ts';
import { warn } from '../output.ts';
import { fromHere } from '../paths.ts';
import type { VaultFile } from '../vault/open.ts';
import { openVaultFile } from '../vault/open.ts';
import { codeOf } from '../vault/read.ts';
import type { ExportOptions } from './command.ts';

interface Written {
  readonly text: string;
  readonly leftOut?: readonly LeftOut<Entry>[];
}

/** Writes all entries in use, or a backup of the whole vault. */
export async function exportEntries({ to, output, ...options }: ExportOptions): Promise<void> {
  if (to !== '2faa' && output === undefined && process.stdout.isTTY)
    throw new RefusedError(
      'The secrets would be shown on this screen. Name a file with --output, or send them on to the program that takes them.',
    );
  const vault = await openVaultFile(options);
  const { text, leftOut = [] } = await written(to, vault);
  for (const { entry, reason } of leftOut) warn(`Left out: ${describe(entry)}: ${reason}`);
  if (text === '') throw new RefusedError('There is no entry that this format can hold.');
  if (output === undefined) process.stdout.write(text);
  else await writeNew(fromHere(output), text);
  if (to !== '2faa') warn('This is not encrypted: whoever reads it can make your codes.');
}

async function written(to: ExportOptions['to'], vault: VaultFile): Promise<Written> {
  const entries = vault.entries.filter(isUsable);
  switch (to) {
    case '2faa':
      return { text: await vault.backup() };
    case 'otpauth':
      return { text: writeOtpauth(entries) };
    case 'google':
      return writeGoogle(entries);
  }
}

async function writeNew(file: string, text: string): Promise<void> {
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(text, 'utf8').finally(() => handle.close());
  } catch (error) {
    throw new RefusedError(
      codeOf(error) === 'EEXIST'
        ? `${file} is there already; nothing was written.`
        : `${file} cannot be written (${codeOf(error)}).`,
    );
  }
}
