import { platform } from './platform.browser.ts';

/** Asks the browser not to clear this site's data by itself. Some browsers ask the person. */
export function askToPersist(): void {
  // A refusal is no failure: `isPersisted` tells how it stands.
  platform.navigator?.storage?.persist?.().catch(() => undefined);
}

/** Whether the browser has promised that. */
export async function isPersisted(): Promise<boolean> {
  try {
    return (await platform.navigator?.storage?.persisted?.()) ?? false;
  } catch {
    return false;
  }
}
