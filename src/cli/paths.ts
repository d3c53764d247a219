import path from 'node:path';

/**
 * A path as the person means it: from the folder that the tool is called from. npm runs
 * scripts in the project's own folder and says in `INIT_CWD` where it was called.
 */
export function fromHere(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? '.', file);
}
