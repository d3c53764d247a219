import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/*
 * Runs after `npm ci` and `npm install`, on whichever Node there is: plain JavaScript.
 *
 * The packages of all platforms have a `node` command. npm 10, when it leaves out those of
 * other platforms, takes `node_modules/.bin/node` away with them; it is put back here, so
 * that npm's scripts find the Node of this platform first.
 */
const require = createRequire(import.meta.url);
const modules = path.resolve(import.meta.dirname, '../../node_modules');
const isWindows = process.platform === 'win32';
const link = path.join(modules, '.bin', isWindows ? 'node.cmd' : 'node');
const node = installed();

if (node !== undefined && !existsSync(link)) {
  mkdirSync(path.dirname(link), { recursive: true });
  if (isWindows) writeFileSync(link, `@"${node}" %*\r\n`);
  else symlinkSync(path.relative(path.dirname(link), node), link);
}

/** The Node in the package of this platform; undefined where there is none. */
function installed() {
  const { platform, arch } = process;
  const names = [
    `node-${platform === 'win32' ? 'win' : platform}-${arch}`,
    `node-bin-${platform}-${arch}`,
  ];
  for (const name of names) {
    try {
      const folder = path.dirname(require.resolve(`${name}/package.json`));
      return path.join(folder, 'bin', isWindows ? 'node.exe' : 'node');
    } catch {
      // npm left it out.
    }
  }
  return undefined;
}
