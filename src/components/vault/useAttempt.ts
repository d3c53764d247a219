import { useState } from 'preact/hooks';

/** One thing at a time that may fail. */
export interface Attempt {
  /** What is going on, in words; absent when nothing is. */
  readonly busy: string | undefined;
  /** What went wrong with the last try, and what to do. */
  readonly problem: string | undefined;
  /** Runs it with its words; false when it failed. */
  readonly run: (what: string, work: () => Promise<unknown>) => Promise<boolean>;
}

/** Says what is going on while it runs, and what went wrong when it fails. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const run = async (what: string, work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(what);
    setProblem(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(messageOf(error));
      return false;
    } finally {
      setBusy(undefined);
    }
  };
  return { busy, problem, run };
}

/** What an error says to people. */
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
