import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/*
 * The file that is kept up to date: its handle, which only the browser that made it can
 * use, in a small database of its own beside the vault. File System Access API,
 * https://wicg.github.io/file-system-access/
 */

export interface KeptFile {
  readonly handle: WritableHandle;
  /** When it was last written, in milliseconds since the Unix epoch. */
  readonly writtenAt?: number | undefined;
}

/** What we use of a file handle; the permission methods are Chromium's. */
export interface WritableHandle extends FileSystemFileHandle {
  queryPermission?: (mode: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (mode: { mode: 'readwrite' }) => Promise<PermissionState>;
}

interface Picker {
  showSaveFilePicker?: (options: object) => Promise<WritableHandle>;
}

interface FilesSchema extends DBSchema {
  files: { key: string; value: KeptFile };
}

const DATABASE = '2faa-files';
const BACKUP = 'backup';

/** Whether this browser lets a page keep a file. */
export function canKeepFile(): boolean {
  return (window as Picker).showSaveFilePicker !== undefined;
}

/** Asks where to keep the file; undefined when the person chose none. Needs a click. */
export async function chooseFile(suggestedName: string): Promise<WritableHandle | undefined> {
  const types = [{ accept: { 'application/json': ['.json'] } }];
  try {
    return await (window as Picker).showSaveFilePicker?.({ suggestedName, types });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

export function readKeptFile(): Promise<KeptFile | undefined> {
  return withFiles((files) => files.get('files', BACKUP));
}

/** Without a file, nothing is kept up to date any more. */
export async function storeKeptFile(file: KeptFile | undefined): Promise<void> {
  await withFiles<unknown>((files) =>
    file === undefined ? files.delete('files', BACKUP) : files.put('files', file, BACKUP),
  );
}

/** Whether it may be written without asking; the browser withdraws that when it likes. */
export async function mayWrite({ handle }: KeptFile): Promise<boolean> {
  const state = await handle.queryPermission?.({ mode: 'readwrite' });
  return state === undefined || state === 'granted';
}

async function withFiles<T>(work: (files: IDBPDatabase<FilesSchema>) => Promise<T>): Promise<T> {
  const files = await openDB<FilesSchema>(DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore('files');
    },
  });
  try {
    return await work(files);
  } finally {
    files.close();
  }
}
