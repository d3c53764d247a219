import type { BrowserContext, Worker } from 'playwright/test';

/** What must not happen on any page, as it is noticed. */
export type Trouble = string[];

const PREFIX = 'Policy violation:';

/** What Playwright says where a test has no service worker. */
const NO_WORKER = 'Service Worker registration blocked by Playwright';

/**
 * Notes every error and warning in the console, every uncaught error, every violation
 * of a policy and every request that leaves the origin: in all pages of the context, their
 * frames and workers, the windows they open, and the service worker.
 */
export function watch(context: BrowserContext, origin: string, trouble: Trouble): void {
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
  // One that is closed or has ended by now has nothing more to tell.
  const gone = (): undefined => undefined;
  const inWorker = (worker: Worker): void => {
    worker.evaluate(reportViolations, PREFIX).catch(gone);
  };
  context.on('page', (page) => page.on('worker', inWorker));
  context.on('serviceworker', inWorker);
  context.addInitScript(reportViolations, PREFIX).catch(gone);
}

/** Says in the console which policy was violated; also what happened before it could look. */
function reportViolations(prefix: string): void {
  new ReportingObserver(
    (reports) => {
      for (const { type, body } of reports) console.error(prefix, type, JSON.stringify(body));
    },
    { buffered: true },
  ).observe();
}
