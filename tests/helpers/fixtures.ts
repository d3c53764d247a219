import { existsSync } from 'node:fs';
import path from 'node:path';

/** Real files beside the project; `FIXTURES` names another place. */
const root = process.env.FIXTURES ?? path.resolve(import.meta.dirname, '../../../shared/fixtures');

/** A folder of real files, or `undefined` where they are not there. */
export function fixtureFolder(name: string): string | undefined {
  const folder = path.join(root, name);
  return existsSync(folder) ? folder : undefined;
}
