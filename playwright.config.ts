import { defineConfig } from 'playwright/test';
import { browserPath } from './scripts/browser.ts';

const port = Number(process.env.E2E_PORT ?? 4322);

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.test.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  // A shared machine can be slow to answer; what passes only at the second try is named in the report.
  retries: process.env.CI === undefined ? 0 : 1,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { ...browserPath(), args: ['--no-sandbox'] },
    // A worker that fetches the site anew for each test would slow all of them down; the tests
    // of offline use have one.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node scripts/start.ts',
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
    timeout: 300_000,
    reuseExistingServer: false,
  },
});
