/** Chromium's event, https://wicg.github.io/manifest-incubations/#installation-prompts */
interface InstallPrompt extends Event {
  /** Asks the person; works once. */
  readonly prompt: () => Promise<unknown>;
}

let kept: InstallPrompt | undefined;
const listeners = new Set<() => void>();

function keep(prompt: InstallPrompt | undefined): void {
  kept = prompt;
  for (const listener of listeners) listener();
}

/** From here on the browser's offer to install the site waits until the person wants it. */
export function keepInstallPrompt(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    keep(event as InstallPrompt);
  });
  addEventListener('appinstalled', () => {
    keep(undefined);
  });
}

/** Whether the browser can be told to ask. */
export function canInstall(): boolean {
  return kept !== undefined;
}

/** Calls `listener` when that changes, until the function that is returned is called. */
export function onCanInstall(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Has the browser ask, once for each time that it offered. */
export function install(): void {
  const prompt = kept;
  keep(undefined);
  // That the person said no is no failure.
  prompt?.prompt().catch(() => undefined);
}
