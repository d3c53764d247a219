/** A line on standard output: what was asked for, and nothing else. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line on standard error: what people should know, and scripts need not read. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Whoever reads the output may stop early, as `head` does: that is no failure of ours. */
export function endQuietlyWhenUnread(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
