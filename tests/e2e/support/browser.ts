import { chromium, type BrowserContext, type LaunchOptions } from 'playwright/test';
import { expect } from 'playwright/test';
import { watch } from './watch.ts';

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
    const trouble = await watch(context, baseURL);
    await run(context);
    expect(trouble).toEqual([]);
  } finally {
    await browser.close();
  }
}
