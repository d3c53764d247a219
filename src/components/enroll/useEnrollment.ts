import { useEffect, useState } from 'preact/hooks';
import type { GuideForIsland } from '../../lib/guides/island.ts';
import type { OtpParameters } from '../../lib/otp/parameters.ts';
import type { OtpFound, OtpNote } from '../../lib/otp/reading.ts';
import type { Entry, EntryDraft, Identity } from '../../lib/vault/entry.ts';
import type { Vault } from '../../lib/vault/vault.browser.ts';
import type { Walk } from '../../lib/vault/walk.ts';
import { useVault } from '../vault/useVault.ts';
import { useWalk } from './useWalk.ts';
import { afterAccepted, afterCapture, afterReopened, walkForNext } from './walk.ts';

/** `data-state` of the companion; `starting` until it is interactive. */
type Stage = 'starting' | 'ready' | 'captured' | 'enrolling' | 'refused' | 'done' | 'locked';

/** The code that the companion is working with. */
export interface Current {
  readonly otp: OtpParameters;
  /** Absent where it could not be stored; `problem` says why. */
  readonly entry?: Entry | undefined;
  readonly problem?: string | undefined;
}

export interface Enrollment {
  readonly guide: GuideForIsland;
  readonly stage: Stage;
  readonly walk: Walk;
  readonly current: Current | undefined;
  /** What was brought in while the vault was locked: in memory only, stored once it is open. */
  readonly waiting: OtpFound | undefined;
  readonly dropWaiting: () => void;
  readonly vault: Vault | undefined;
  readonly identity: Identity | undefined;
  /** This guide's entries in the vault, the newest first. */
  readonly entries: readonly Entry[];
  /** What is out of the ordinary about what was just captured. */
  readonly notes: readonly OtpNote[];
  /** Why the last change was not stored. */
  readonly failure: string | undefined;
  readonly changeWalk: (next: (walk: Walk) => Walk) => void;
  readonly chooseIdentity: (identity: Identity | undefined) => Promise<void>;
  readonly capture: (found: OtpFound) => Promise<void>;
  readonly resume: (entry: Entry) => void;
  readonly pinPair: (step: number | undefined) => void;
  readonly pairBegan: () => void;
  readonly accept: () => Promise<void>;
  readonly refuse: () => void;
  readonly reopen: () => Promise<void>;
  /** Back to the capture for the same identity; the entry stays in the vault. */
  readonly takeAnother: () => void;
  /** On to the next identity, from where its own steps begin. */
  readonly nextIdentity: () => void;
}

/** One enrollment after another: what was captured, how far it is, and what comes next. */
export function useEnrollment(guide: GuideForIsland): Enrollment {
  const { status, vault, entries, problem: vaultProblem } = useVault();
  const { walk, change, loaded } = useWalk(guide, status === 'locked' ? undefined : vault);
  // The last capture: shown at once, and the only copy where it could not be stored.
  const [held, setHeld] = useState<Current>();
  const [notes, setNotes] = useState<readonly OtpNote[]>([]);
  const [verdict, setVerdict] = useState<'accepted' | 'refused'>();
  const [failure, setFailure] = useState<string>();
  const [began, setBegan] = useState(false);
  const [waiting, setWaiting] = useState<OtpFound>();

  const own = entries.filter((each) => each.guide === guide.slug && each.deletedAt === undefined);
  const listed = entries.find(({ id }) => id === walk.entry);
  const current = listed ? fromVault(listed) : held;
  const entry = current?.entry;
  const identity = entry?.identity ?? walk.identity;

  const codesStep = guide.steps.find(({ kind }) => kind === 'codes')?.id ?? '';
  const accepted = entry ? entry.status === 'active' : verdict === 'accepted';
  const stage = ((): Stage => {
    if (status === 'locked') return 'locked';
    if (status === 'opening' || (status === 'unlocked' && !loaded)) return 'starting';
    if (current === undefined) return 'ready';
    if (accepted && walk.done.includes(codesStep)) return 'done';
    if (verdict === 'refused') return 'refused';
    return began ? 'enrolling' : 'captured';
  })();

  /** Runs a change of the vault; one that fails is told, and what would follow it does not happen. */
  const attempt = async (run: () => Promise<void>): Promise<void> => {
    setFailure(undefined);
    await run().catch((error: unknown) => {
      setFailure(error instanceof Error ? error.message : String(error));
    });
  };

  /** A new enrollment: nothing that was said of the last one holds for it. */
  const start = (next: (walk: Walk) => Walk): void => {
    setFailure(undefined);
    setHeld(undefined);
    setNotes([]);
    setVerdict(undefined);
    setBegan(false);
    change(next);
  };

  const capture = async (found: OtpFound): Promise<void> => {
    if (status === 'locked') {
      setWaiting(found);
      return;
    }
    const { otp, notes: about } = found;
    const draft = { otp, guide: guide.slug, identity: walk.identity };
    const stored = await store(vault, draft);
    if (stored === 'locked') {
      setWaiting(found);
      return;
    }
    setWaiting(undefined);
    start((before) => afterCapture(guide, before, stored.entry?.id));
    setHeld({ otp, problem: vaultProblem, ...stored });
    setNotes(about);
  };

  useEffect(() => {
    // What is stored can be read again once it is unlocked; until then it is not for show.
    if (status === 'locked' && held?.entry !== undefined) {
      held.otp.secret.fill(0);
      setHeld(undefined);
    }
    if (status === 'unlocked' && loaded && waiting !== undefined) void capture(waiting);
  }, [status, loaded]);

  return {
    guide,
    stage,
    walk,
    current,
    identity,
    entries: own,
    notes,
    failure,
    changeWalk: change,
    chooseIdentity: (chosen) =>
      attempt(async () => {
        change((before) => ({ ...before, identity: chosen }));
        if (entry && chosen) await vault?.identify(entry.id, chosen);
      }),
    capture,
    waiting,
    dropWaiting: () => {
      setWaiting(undefined);
    },
    vault,
    resume: (pending) => {
      start((before) => afterCapture(guide, before, pending.id));
    },
    pinPair: (step) => {
      setVerdict(undefined);
      change((before) => ({ ...before, pairStep: step }));
    },
    pairBegan: () => {
      setBegan(true);
    },
    accept: () =>
      attempt(async () => {
        if (entry) await vault?.accept(entry.id);
        setVerdict('accepted');
        change((before) => afterAccepted(guide, before));
      }),
    refuse: () => {
      setVerdict('refused');
    },
    reopen: () =>
      attempt(async () => {
        if (entry) await vault?.reopen(entry.id);
        setVerdict(undefined);
        change((before) => afterReopened(guide, before));
      }),
    takeAnother: () => {
      start((before) => ({ ...before, entry: undefined, pairStep: undefined }));
    },
    nextIdentity: () => {
      start(() => walkForNext(guide));
    },
  };
}

function fromVault(entry: Entry): Current | undefined {
  return entry.deletedAt === undefined ? { otp: entry.otp, entry } : undefined;
}

/**
 * Stores a capture; a failure is no reason to withhold its codes, so it is told, not thrown.
 * That the vault was locked in this moment is no failure: the capture can wait.
 */
async function store(
  vault: Vault | undefined,
  draft: EntryDraft,
): Promise<Pick<Current, 'entry' | 'problem'> | 'locked'> {
  try {
    return vault === undefined ? {} : { entry: await vault.capture(draft) };
  } catch (error) {
    if (vault?.state === 'locked') return 'locked';
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
