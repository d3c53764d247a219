import 'fake-indexeddb/auto';
import { measureInChromium } from './chromium.ts';
import { ENTRIES, measure, type Times } from './measure.ts';

const LIMIT_UNLOCK = 150;
const LIMIT_DERIVE = 1.1;

/**
 * What the vault costs: in Node with a database in memory, which is our own work alone,
 * and in Chromium on a real disk.
 */
export async function run(): Promise<string[]> {
  return [...report('Node', await measure()), ...report('Chromium', await measureInChromium())];
}

function report(where: string, times: Times): string[] {
  const { unlock, rename, backup, derive, bareDerive } = times;
  const ratio = derive / bareDerive;
  console.log(`\nVault, ${where}, ${ENTRIES} entries (medians)`);
  console.table({
    'unlock to the first codes, derivation apart': { ms: unlock.toFixed(1) },
    'rename one entry': { ms: rename.toFixed(1) },
    'make a backup': { ms: backup.toFixed(1) },
    'derive a key, 64 MiB, 3 passes, 4 lanes': { ms: derive.toFixed(0) },
    'the same by hash-wasm alone': { ms: bareDerive.toFixed(0) },
    'times hash-wasm': { ratio: ratio.toFixed(3) },
  });
  return [
    ...(unlock < LIMIT_UNLOCK
      ? []
      : [`${where}: unlocking takes ${unlock.toFixed(0)} ms, ${LIMIT_UNLOCK} are allowed`]),
    ...(ratio <= LIMIT_DERIVE
      ? []
      : [
          `${where}: derivation is ${ratio.toFixed(2)} times hash-wasm, ${LIMIT_DERIVE} are allowed`,
        ]),
  ];
}
