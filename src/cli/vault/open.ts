import { realpath } from 'node:fs/promises';
import { backupSecret } from '../../lib/formats/twofaa.ts';
import type { BackupContent, BackupSecret, BackupSlotKind } from '../../lib/vault/backup.ts';
import { backupSlots, createBackup, openContent, reopenContent } from '../../lib/vault/backup.ts';
import type { Entry } from '../../lib/vault/entry.ts';
import type { KeptEntry } from '../../lib/vault/kept-entry.ts';
import type { PassphraseSource } from '../passphrase.ts';
import { readPassphrase } from '../passphrase.ts';
import { deriveInNode } from './derive.ts';
import { withLock } from './lock.ts';
import { vaultPath } from './location.ts';
import { readVaultText } from './read.ts';
import { inTerminalWords } from './words.ts';
import { removeLeftovers, replaceFile } from './write.ts';

/** What a rule decided: its result, and all entries to store, in one write. */
export interface Change<T> {
  readonly result: T;
  /** New states of entries, and new ones. Nothing is written when it is empty. */
  readonly changed: readonly KeptEntry[];
}

/** Given all entries as they are now and the time in milliseconds since the Unix epoch. */
export type Rule<T> = (all: readonly KeptEntry[], now: number) => Change<T>;

/** What the options of a command say about the vault. */
export interface VaultOptions {
  readonly vault?: string | undefined;
  readonly vaultPassphraseFile?: string | undefined;
  readonly vaultPassphraseFd?: number | undefined;
}

/** A vault file whose key is known, and what was in it. */
export interface UnlockedFile {
  /** Where it is, links resolved. */
  readonly path: string;
  readonly content: BackupContent;
}

/**
 * Opens the vault file: the one named, `$TWOFAA_VAULT`, or the usual place. Asks for the
 * passphrase where no option says where it is.
 *
 * @throws RefusedError where the file is not there, open to others, damaged, or the
 * passphrase is wrong
 */
export async function openVaultFile(options: VaultOptions): Promise<VaultFile> {
  const { path, content } = await unlockVaultFile(options);
  return new VaultFile(path, content);
}

/** As `openVaultFile`, for those who only read. */
export async function unlockVaultFile(options: VaultOptions): Promise<UnlockedFile> {
  const named = vaultPath(options.vault);
  const path = await realpath(named).catch(() => named);
  const text = await readVaultText(path);
  const content = await inTerminalWords(path, async () => {
    const slots = backupSlots(text);
    return openContent(text, await secretFor(slots, sourceOf(options), path), deriveInNode);
  });
  return { path, content };
}

/** Reads the file again with the key that opened it. The caller wipes the secrets. */
export async function reread({ path, content }: UnlockedFile): Promise<Entry[]> {
  const text = await readVaultText(path);
  const { entries } = await inTerminalWords(path, () => reopenContent(text, content.vaultKey));
  return entries.map(({ entry }) => entry);
}

interface Updated<T> {
  readonly result: T;
  /** The same object where there is nothing to write. */
  readonly content: BackupContent;
}

/** A vault file that is open. */
export class VaultFile {
  /** Where it is, links resolved. */
  readonly path: string;
  #content: BackupContent;

  /** Use `openVaultFile`. */
  constructor(path: string, content: BackupContent) {
    this.path = path;
    this.#content = content;
  }

  /** All entries as of the last read or change, replaced ones and those in the trash included. */
  get entries(): readonly Entry[] {
    return this.#content.entries.map(({ entry }) => entry);
  }

  /** The text of a backup of the vault as it was last read. */
  backup(): Promise<string> {
    return inTerminalWords(this.path, () =>
      createBackup({ ...this.#content, created: Date.now() }),
    );
  }

  /**
   * Changes entries by a rule (`entry-rules.ts` has some): on the entries as they are in the
   * file then, while nobody else writes. It is on the disk when it resolves.
   *
   * @throws RefusedError, and what the rule throws; nothing is changed then
   */
  change<T>(rule: Rule<T>): Promise<T> {
    return this.update((current, now) => {
      const { result, changed } = rule(current.entries, now);
      const entries = changed.length === 0 ? undefined : merged(current, changed);
      return { result, content: entries === undefined ? current : { ...current, entries } };
    });
  }

  /** As `change`, with all that is in the file. */
  update<T>(
    work: (current: BackupContent, now: number) => Updated<T> | Promise<Updated<T>>,
  ): Promise<T> {
    return withLock(this.path, async ({ confirm }) => {
      await removeLeftovers(this.path);
      const text = await readVaultText(this.path);
      const { vaultKey } = this.#content;
      const current = await inTerminalWords(this.path, () => reopenContent(text, vaultKey));
      const now = Date.now();
      const { result, content } = await inTerminalWords(this.path, () => work(current, now));
      this.#content = current;
      if (content === current) return result;
      const next = { ...content, revision: current.revision + 1, created: now };
      const written = await inTerminalWords(this.path, () => createBackup(next));
      const stored = await reopenContent(written, vaultKey);
      await replaceFile(this.path, written, confirm);
      this.#content = stored;
      return result;
    });
  }
}

function merged({ entries }: BackupContent, changed: readonly KeptEntry[]): KeptEntry[] {
  const next = new Map([...entries, ...changed].map((kept) => [kept.entry.id, kept]));
  return [...next.values()];
}

/** Where the options say that the vault's passphrase is. */
export function sourceOf(options: VaultOptions): PassphraseSource {
  const { vaultPassphraseFile, vaultPassphraseFd: fd } = options;
  if (fd !== undefined) return { fd };
  return { file: vaultPassphraseFile ?? process.env.TWOFAA_VAULT_PASSPHRASE_FILE };
}

/** What opens the file: a recovery key where it has one and this is one, or a passphrase. */
async function secretFor(
  slots: readonly BackupSlotKind[],
  source: PassphraseSource,
  file: string,
): Promise<BackupSecret> {
  const what = slots.includes('passphrase') ? 'Passphrase' : 'Recovery key';
  const typed = await readPassphrase(
    source,
    `${what} of ${file}: `,
    'Name a file that holds the passphrase: --vault-passphrase-file FILE',
  );
  return backupSecret(slots, typed);
}
