import { expect, test } from './support/test.ts';

test.use({ serviceWorkers: 'allow', provoked: /example\.com|Policy violation|violates/ });

test('a violation is noticed wherever it happens', async ({
  browser,
  baseURL,
  context,
  page,
  trouble,
}) => {
  /** Runs in pages and workers. */
  const breach = async (name: string): Promise<void> => {
    await fetch(`https://example.com/${name}`).catch(() => undefined);
  };
  const [worker, service] = await Promise.all([
    page.waitForEvent('worker'),
    context.waitForEvent('serviceworker'),
    page.goto('/search/?q=lost'),
  ]);
  await worker.evaluate(breach, 'worker');
  await service.evaluate(breach, 'service-worker');
  const [popup] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate(() => void window.open('/privacy/')),
  ]);
  await popup.waitForLoadState();
  await popup.evaluate(breach, 'popup');
  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const elsewhere = await other.newPage();
  await elsewhere.goto('/privacy/');
  await elsewhere.evaluate(breach, 'context');
  for (const name of ['worker', 'service-worker', 'popup', 'context'])
    await expect
      .poll(() => trouble.filter((each) => each.includes(`example.com/${name}"`)).join())
      .toContain('Policy violation: csp-violation');
  await other.close();
});
