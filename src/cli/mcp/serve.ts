import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { UsedSteps } from '../aws/used-steps.ts';
import { warn } from '../output.ts';
import type { VaultOptions } from '../vault/open.ts';
import { TerminalApprover } from './approval/terminal.ts';
import { awsSessions } from './aws/sessions.ts';
import { AuditFile, auditPath } from './audit/log.ts';
import { systemClock as clock } from './clock.ts';
import { Permission } from './permission.ts';
import { createServer } from './server.ts';
import { version } from '../version.ts';
import { readSettings, settingsPath } from './settings-file.ts';
import { unlocker } from './unlock.ts';
import { VaultSession } from './vault-session.ts';

/** A message larger than that is not for these tools; the connection ends. */
const LARGEST_MESSAGE = 1024 * 1024;

export interface ServeOptions extends VaultOptions {
  readonly settings?: string;
}

/**
 * Serves MCP on standard input and output until the client closes them. The settings are
 * read once: who changes them while it runs changes nothing.
 *
 * @throws RefusedError where the settings are refused
 */
export async function serve(options: ServeOptions): Promise<void> {
  const file = settingsPath(options.settings);
  const settings = await readSettings(file);
  if (Object.keys(settings.entries).length === 0) {
    warn(`2faa mcp: No entry is allowed. ${file} names those that are.`);
  }
  const vault = new VaultSession(unlocker(options), settings.lock_after_minutes, clock);
  const audit = new AuditFile(auditPath());
  const shared = { settings, vault, audit, clock, approver: new TerminalApprover() };
  const steps = new UsedSteps();
  const parts = {
    ...shared,
    permission: new Permission(shared),
    steps,
    aws: awsSessions(steps),
  };
  // The SDK listens once for each message that waits to be written.
  process.stdout.setMaxListeners(0);
  const transport = new StdioServerTransport(process.stdin, process.stdout, {
    maxBufferSize: LARGEST_MESSAGE,
  });
  await new Promise<void>((resolve) => {
    const handle = serveStdio(() => createServer(parts, version), { transport });
    const stop = (): void => {
      vault.lock();
      resolve();
    };
    // serveStdio has set its own handler for the end of the connection.
    const { onclose } = transport;
    transport.onclose = () => {
      onclose?.();
      stop();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => void handle.close().finally(stop));
    }
  });
}
