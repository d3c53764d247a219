import kdfWorkerUrl from './kdf.worker.ts?worker&url';
import scanWorkerUrl from './scan.worker.ts?worker&url';
import searchWorkerUrl from './search.worker.ts?worker&url';

/** The one policy that the site's `trusted-types` directive names. */
const policyName = '2faa-workers';

const serviceWorkerUrl = '/sw.js';

const ours: readonly string[] = [scanWorkerUrl, kdfWorkerUrl, searchWorkerUrl, serviceWorkerUrl];

interface PolicyFactory {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => string };
}

/** Lets the files of our own workers through and nothing else. */
const policy = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy(
  policyName,
  {
    createScriptURL: (url) => {
      if (!ours.includes(url)) throw new TypeError('Not one of our workers');
      return url;
    },
  },
);

/** Starts the worker that reads QR codes; whoever starts it ends it. */
export function startScanWorker(): Worker {
  return start(scanWorkerUrl);
}

/** Starts the worker that derives keys; whoever starts it ends it. */
export function startKdfWorker(): Worker {
  return start(kdfWorkerUrl);
}

/** Starts the worker that searches the site. */
export function startSearchWorker(): Worker {
  return start(searchWorkerUrl);
}

/** Registers the service worker, which then begins to keep files; the browser looks for a new one. */
export function registerServiceWorker(
  container: ServiceWorkerContainer,
): Promise<ServiceWorkerRegistration> {
  const url = policy?.createScriptURL(serviceWorkerUrl) ?? serviceWorkerUrl;
  return container.register(url, { updateViaCache: 'none' });
}

function start(url: string): Worker {
  // Engines without Trusted Types take the bare address.
  return new Worker(policy?.createScriptURL(url) ?? url, { type: 'module' });
}
