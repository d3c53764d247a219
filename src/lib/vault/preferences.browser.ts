import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';

interface PreferencesSchema extends DBSchema {
  preferences: { key: string; value: string };
}

const DATABASE = '2faa-preferences';

let opening: Promise<IDBPDatabase<PreferencesSchema>> | undefined;

/**
 * How a person likes things on this device: in a database of its own, not encrypted, as it
 * counts before the vault is open too. Nothing about entries may be kept here. Where it
 * fails things are as they are for everyone.
 */
export async function readPreference(name: string): Promise<string | undefined> {
  try {
    return await (await open()).get('preferences', name);
  } catch {
    return undefined;
  }
}

/** Keeps a choice; one that cannot be kept holds until the page is left. */
export async function writePreference(name: string, value: string): Promise<void> {
  try {
    await (await open()).put('preferences', value, name);
  } catch {
    // It holds until the page is left.
  }
}

function open(): Promise<IDBPDatabase<PreferencesSchema>> {
  const forget = (): void => {
    opening = undefined;
  };
  return (opening ??= openDB<PreferencesSchema>(DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore('preferences');
    },
    blocking(_current, _next, event) {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  }).catch((error: unknown) => {
    forget();
    throw error;
  }));
}
