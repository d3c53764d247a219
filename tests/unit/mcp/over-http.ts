import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { json } from 'node:stream/consumers';

type Message = Partial<Record<'id' | 'method', unknown>>;

/** A server on standard input and output, which answers one message after the other. */
class Connection {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<unknown, (line: string) => void>();

  constructor(args: readonly string[], env: Record<string, string>) {
    this.#child = spawn(process.execPath, args, { env, detached: true });
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      this.#waiting.get((JSON.parse(line) as Message).id)?.(line);
    });
  }

  /** The answer; undefined for messages that get none. */
  send(message: Message): Promise<string> | undefined {
    const answer =
      message.id === undefined
        ? undefined
        : new Promise<string>((resolve) => this.#waiting.set(message.id, resolve));
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
    return answer;
  }

  close(): void {
    this.#child.stdin.end();
  }
}

/**
 * The server of standard input and output behind HTTP on the loopback interface, a process
 * for each session: the official conformance tests speak HTTP alone.
 */
export async function overHttp(args: readonly string[], env: Record<string, string>) {
  const sessions = new Map<string, Connection>();
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      if (request.method !== 'POST') {
        response.writeHead(405).end();
        return;
      }
      const message = (await json(request)) as Message;
      const named = request.headers['mcp-session-id'];
      const id = typeof named === 'string' ? named : randomUUID();
      const connection = sessions.get(id) ?? new Connection(args, env);
      sessions.set(id, connection);
      const text = await connection.send(message);
      response.setHeader('mcp-session-id', id);
      if (text === undefined) response.writeHead(202).end();
      else response.writeHead(200, { 'content-type': 'application/json' }).end(text);
    };
    answer().catch(() => {
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    close: () => {
      for (const connection of sessions.values()) connection.close();
      server.close();
    },
  };
}
