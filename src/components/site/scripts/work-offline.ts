import { ask, serviceWorkers } from '../../../workers/offline.browser.ts';
import { registerServiceWorker } from '../../../workers/start.browser.ts';
import { offerReload } from './update-notice.ts';

/** Milliseconds between two looks for a new version, while a page stays open. */
const HOUR = 3_600_000;

/**
 * Registers the service worker, keeps this page and looks out for a new version. Where the
 * browser asks sites to save data, nothing is registered that the person did not ask for.
 */
export async function workOffline(): Promise<void> {
  const container = serviceWorkers();
  if (container === undefined) return;
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData === true && !(await container.getRegistration())) return;
  await lookAfter(container, await registerServiceWorker(container));
}

async function lookAfter(
  container: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
): Promise<void> {
  const look = (): void => void compare(container, registration, registration.waiting);
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  // In another tab, someone chose the new version. (One that was in charge from the
  // beginning may well be older than a page that came from the network.)
  container.addEventListener('controllerchange', () => {
    void compare(container, registration, container.controller);
  });
  let looked = Date.now();
  // Without a network there is nothing new.
  const update = (): void => void registration.update().catch(() => undefined);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Math.abs(Date.now() - looked) < HOUR) return;
    looked = Date.now();
    update();
  });
  look();
  // Browsers look by themselves after a page has opened, sooner or later.
  if (container.controller) update();
  const { active } = await container.ready;
  active?.postMessage({ ask: 'opened', address: location.pathname });
}

/**
 * A new version that this page is already of takes charge at once: pages of the old one
 * keep their scripts. For one that it is not of, the person chooses when.
 */
async function compare(
  container: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
  newest: ServiceWorker | null,
): Promise<void> {
  if (newest === null) return;
  const isOfIt = await ask<boolean>(newest, { ask: 'known', files: filesOfPage() });
  if (isOfIt === false) {
    offerReload(() => {
      reloadInto(container, registration);
    });
  } else if (isOfIt && newest === registration.waiting) newest.postMessage({ ask: 'take-over' });
}

function reloadInto(
  container: ServiceWorkerContainer,
  { waiting }: ServiceWorkerRegistration,
): void {
  if (waiting === null) {
    location.reload();
    return;
  }
  container.addEventListener('controllerchange', () => {
    location.reload();
  });
  waiting.postMessage({ ask: 'take-over' });
}

/** Their names change with every change to them or to what they load. */
function filesOfPage(): string[] {
  const scripts = [...document.scripts].map(({ src }) => src);
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(
    ({ href }) => href,
  );
  return [...scripts, ...styles]
    .filter((address) => address !== '')
    .map((address) => new URL(address).pathname);
}
