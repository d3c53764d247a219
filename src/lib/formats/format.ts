import type { BackupSlotKind } from '../vault/backup.ts';
import type { DeriveKey } from '../vault/kdf.ts';
import type { Incoming } from '../vault/restore.ts';

/** A file to take entries from. */
export interface FormatFile {
  readonly bytes: Uint8Array;
  /** The bytes as text, without a byte order mark; undefined where they are not UTF-8. */
  readonly text: string | undefined;
}

/** What reading takes besides the file. */
export interface ReadTools {
  /**
   * The passphrase of the file, asked for only where it has one.
   *
   * @param kinds what opens it, in our own backups
   */
  readonly passphrase: (kinds?: readonly BackupSlotKind[]) => Promise<string>;
  readonly derive: DeriveKey;
}

/** An entry that was read. */
export interface ReadEntry {
  /** Its place among the file's entries, from 0. */
  readonly index: number;
  readonly incoming: Incoming;
}

/** An entry of the file that cannot be taken, and why; never its secret. */
export interface ReadFailure {
  /** Its place among the file's entries, from 0. */
  readonly index: number;
  /** A sentence for people. */
  readonly reason: string;
}

/** What a file held. */
export interface FormatReading {
  readonly entries: readonly ReadEntry[];
  readonly failed: readonly ReadFailure[];
  /** Sentences about the file as a whole, as where a part of it is missing. */
  readonly notes: readonly string[];
}

/** A program's files: one of these in a file of its own for each format. */
export interface Format {
  /** What `--from` takes. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** Whether it looks like one, told without reading all of it. Never throws. */
  readonly recognizes: (file: FormatFile) => boolean;
  /** @throws FormatError, and what `passphrase` throws */
  readonly read: (file: FormatFile, tools: ReadTools) => Promise<FormatReading>;
}

/** What an export leaves out, and why. */
export interface LeftOut<T> {
  readonly entry: T;
  /** A sentence for people. */
  readonly reason: string;
}

/** A file that cannot be read at all; the message is a sentence for people, without secrets. */
export class FormatError extends Error {}
