import type { BrowserContext } from 'playwright/test';

/** What must not happen on any page, as it is noticed. */
export type Trouble = string[];

const PREFIX = 'Policy violation:';

/** What Playwright says where a test has no service worker. */
const NO_WORKER = 'Service Worker registration blocked by Playwright';

/**
 * Notes every error and warning in the console, every uncaught error, every violation
 * of the page's policies and every request that leaves the origin.
 */
export async function watch(context: BrowserContext, origin: string): Promise<Trouble> {
  const trouble: Trouble = [];
  context.on('console', (message) => {
    if (message.text() === NO_WORKER) return;
    if (['error', 'warning'].includes(message.type()))
      trouble.push(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => {
    trouble.push(`uncaught: ${error.error().message}`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    const local = ['data:', 'blob:'].includes(url.protocol);
    if (!local && url.origin !== new URL(origin).origin) trouble.push(`request to ${url.href}`);
  });
  await context.addInitScript((prefix) => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(prefix, event.effectiveDirective, event.blockedURI, event.sample);
    });
  }, PREFIX);
  return trouble;
}
