import { run } from './built.ts';

/** The test of killed tabs at length: far more kills than fit into every run of the tests. */
const kills = process.env.VAULT_KILLS ?? '500';

await run('playwright', ['test', 'vault-kill', '--reporter=list', '--workers=1'], {
  VAULT_KILLS: kills,
});
