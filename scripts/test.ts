import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ensureBuilt, root, run } from './built.ts';
import { hasBrowser } from './browser.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const results = path.join(root, 'test-results');
const unitFile = path.join(results, 'unit.json');
const e2eFile = path.join(results, 'e2e.json');

await rm(results, { recursive: true, force: true });
if (!hasBrowser()) await run('playwright', ['install', 'chromium']);

await ensureBuilt();
const unit = await attempt('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitFile}`,
]);
const e2e = await attempt('playwright', ['test', '--reporter=list,json'], {
  PLAYWRIGHT_JSON_OUTPUT_FILE: e2eFile,
});

const counts = [await unitCount(), await e2eCount()];
const total = (key: keyof Count): number => counts.reduce((sum, count) => sum + count[key], 0);
const skipped = total('skipped') === 0 ? '' : `, ${total('skipped')} skipped`;
console.log(`\n${total('passed')} passed, ${total('failed')} failed${skipped}\n`);
// A runner that ends badly without a failed test, as when it can't start, is a failure too.
if (!unit || !e2e || total('failed') > 0) process.exitCode = 1;

async function attempt(command: string, args: string[], env?: NodeJS.ProcessEnv): Promise<boolean> {
  return run(command, args, env).then(
    () => true,
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return false;
    },
  );
}

async function unitCount(): Promise<Count> {
  const report = JSON.parse(await readFile(unitFile, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  };
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function e2eCount(): Promise<Count> {
  const { stats } = JSON.parse(await readFile(e2eFile, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return {
    // Passed at the second try; the list above names them.
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  };
}
