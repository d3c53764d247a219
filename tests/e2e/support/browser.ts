import { chromium, expect, type BrowserContext, type LaunchOptions } from 'playwright/test';
import { watch, type Trouble } from './watch.ts';

interface Own {
  readonly launchOptions: LaunchOptions;
  readonly baseURL: string | undefined;
}

/** Runs a test in a browser of its own, started with further switches; nothing may go wrong in it. */
export async function withBrowser(
  { launchOptions, baseURL = '' }: Own,
  args: readonly string[],
  run: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), ...args],
  });
  try {
    const context = await browser.newContext({ baseURL });
    const trouble: Trouble = [];
    watch(context, baseURL, trouble);
    await run(context);
    expect(trouble).toEqual([]);
  } finally {
    await browser.close();
  }
}

/** A browser that writes its profile to this folder; what goes wrong in it is noted in `trouble`. */
export async function openProfile(
  folder: string,
  { launchOptions, baseURL = '', trouble }: Own & { readonly trouble: Trouble },
): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(folder, { ...launchOptions, baseURL });
  watch(context, baseURL, trouble);
  return context;
}
