import type { Page } from 'playwright/test';

/** Changes the sealed bytes of one entry, as a failing disk does. */
export async function breakRecord(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('2faa');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const stores = opening.result.transaction('entries', 'readwrite');
          const reading = stores.objectStore('entries').openCursor();
          reading.onsuccess = () => {
            const cursor = reading.result;
            const record = cursor?.value as Record<string, unknown> | undefined;
            for (const part of Object.values(record ?? {}))
              if (part instanceof Uint8Array) part.fill(0, -16);
            cursor?.update(record);
          };
          stores.onerror = reject;
          stores.oncomplete = () => {
            opening.result.close();
            resolve(undefined);
          };
        };
      }),
  );
}

/** Leaves the vault as a later version of the site would that stores it otherwise. */
export async function upgradeVault(page: Page): Promise<void> {
  // On another page of the origin: the authenticator would hold it open.
  await page.goto('/');
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('2faa', 99);
        opening.onerror = reject;
        opening.onsuccess = () => {
          opening.result.close();
          resolve(undefined);
        };
      }),
  );
}
