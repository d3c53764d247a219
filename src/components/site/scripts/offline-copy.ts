import { EVERYTHING, type Everything } from '../../../lib/offline/plan.ts';
import type { Progress } from '../../../lib/offline/protocol.ts';
import { savedHere, serviceWorkers } from '../../../workers/offline.browser.ts';
import { registerServiceWorker } from '../../../workers/start.browser.ts';
import { words } from '../offline-words.ts';

const { copy } = words;

/** On the page about the version: what is kept on this device, and a button that keeps all. */
async function showCopy(section: HTMLElement): Promise<void> {
  const status = section.querySelector('[role="status"]');
  const button = section.querySelector('button');
  const progress = section.querySelector('progress');
  const container = serviceWorkers();
  if (status === null || button === null || progress === null) return;
  section.hidden = false;
  if (container === undefined) {
    status.textContent = copy.unsupported;
    return;
  }
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  const refresh = async (): Promise<boolean> => {
    const saved = await savedHere();
    const pages = saved?.pages.length ?? 0;
    if (saved === undefined) {
      status.textContent = connection?.saveData === true ? copy.saveData : copy.none;
    } else status.textContent = saved.everything ? copy.all(pages) : copy.some(pages);
    return saved?.everything === true;
  };
  // Keeping may begin while this page is open.
  void container.ready.then(() => (button.disabled ? undefined : refresh()));
  if (await refresh()) return;
  // Without a network there is nothing to fetch.
  const list = await fetch(EVERYTHING).catch(() => undefined);
  if (!list?.ok) return;
  const { bytes } = (await list.json()) as Everything;
  button.textContent = copy.saveAll(megabytes(bytes));
  button.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    progress.hidden = false;
    void saveAll(container, (done, of) => {
      progress.max = of;
      progress.value = done;
      status.textContent = copy.saving(done, of);
    })
      .catch(() => false)
      .then(async (complete) => {
        progress.hidden = true;
        button.disabled = false;
        button.hidden = complete;
        await refresh();
        if (!complete) status.textContent = copy.failed;
      });
  });
}

/** Asks the worker, which goes on if this page is left; answers whether all was saved. */
async function saveAll(
  container: ServiceWorkerContainer,
  onProgress: (done: number, of: number) => void,
): Promise<boolean> {
  await registerServiceWorker(container);
  const { active } = await container.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Progress>) => {
      if ('finished' in data) resolve(data.complete);
      else onProgress(data.done, data.of);
    };
    active?.postMessage({ ask: 'everything' }, [port2]);
  });
}

function megabytes(bytes: number): string {
  const format = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const;
  return (bytes / 1e6).toLocaleString('en', format);
}

const section = document.querySelector<HTMLElement>('[data-offline-copy]');
if (section) void showCopy(section);
