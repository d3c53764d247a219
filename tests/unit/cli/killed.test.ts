import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commandWithVault } from './vault.ts';

const main = path.resolve(import.meta.dirname, '../../../src/cli/main.ts');
const { entries, flags, folder, remove, withVault } = await commandWithVault('killed');
afterAll(remove);

const link = (account: string) =>
  `otpauth://hotp/Count:${account}?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Count&counter=0`;

/** Asks for a code of a counter, which is stored first, and kills the process after a while. */
function killedAfter(milliseconds: number): Promise<void> {
  const env = { ...process.env, INIT_CWD: folder };
  const child = spawn(process.execPath, [main, 'code', 'ada', ...flags], { env, stdio: 'ignore' });
  setTimeout(() => child.kill('SIGKILL'), milliseconds);
  return new Promise((resolve) => {
    child.on('close', () => {
      resolve();
    });
  });
}

test(
  'a killed write leaves a whole vault, and the next one works',
  { timeout: 120_000 },
  async () => {
    await withVault(['add'], { input: link('ada') });
    const counter = async () => {
      const [entry] = await entries();
      return entry?.otp.type === 'hotp' ? entry.otp.counter : undefined;
    };
    let before = 0;
    for (const milliseconds of [120, 180, 240, 300, 360, 420, 480]) {
      await killedAfter(milliseconds);
      const after = await counter();
      expect([before, before + 1]).toContain(after);
      before = after ?? NaN;
    }
    expect((await withVault(['code', 'ada'])).status).toBe(0);
    expect(await counter()).toBe(before + 1);
  },
);
