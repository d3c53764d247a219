import { run } from './built.ts';

/** The tests that look at many repetitions, at a length that does not fit into every run. */
const many = {
  VAULT_KILLS: process.env.VAULT_KILLS ?? '500',
  CAMERA_FRAMES: process.env.CAMERA_FRAMES ?? '2000',
};

await run(
  'playwright',
  ['test', 'vault-kill', 'scan-camera', '--reporter=list', '--workers=1'],
  many,
);
