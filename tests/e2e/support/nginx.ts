import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nginxServer } from '../../../scripts/nginx-server.ts';
import { built } from './server.ts';

export const hasNginx = spawnSync('nginx', ['-v']).status === 0;

/** A running nginx. */
interface Nginx {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Serves the built site through nginx with the configuration that is generated for it. */
export async function startNginx(): Promise<Nginx> {
  const folder = await mkdtemp(path.join(tmpdir(), '2faa-nginx-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const read = (file: string): Promise<string> => readFile(path.join(built, file), 'utf8');
  const [headers, redirects] = [await read('_headers'), await read('_redirects')];
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const config = path.join(folder, 'nginx.conf');
  await writeFile(
    config,
    `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/pid;
error_log stderr;
events {}
http {
include /etc/nginx/mime.types;
access_log off;
${temporary.join('\n')}
${nginxServer({ folder: built, port, headers, redirects })}
}
`,
  );
  const nginx = spawn('nginx', ['-c', config, '-p', folder, '-e', 'stderr'], { stdio: 'inherit' });
  while (!(await answers(origin))) {
    if (nginx.exitCode !== null) throw new Error('nginx did not start.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    origin,
    stop: async () => {
      nginx.kill('SIGQUIT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function answers(origin: string): Promise<boolean> {
  return fetch(origin).then(
    ({ ok }) => ok,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
