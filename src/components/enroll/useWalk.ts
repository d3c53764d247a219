import { useEffect, useRef, useState } from 'preact/hooks';
import type { GuideForIsland } from '../../lib/guides/island.ts';
import type { Vault } from '../../lib/vault/vault.browser.ts';
import type { Walk } from '../../lib/vault/walk.ts';
import {
  onToggle,
  revealCompanion,
  revealStep,
  setStepInAddress,
  showWalk,
  stepInAddress,
} from './guide-text.ts';
import { placeCompanion } from './placement.ts';
import { asAddressed, freshWalk, joined, toggleDone } from './walk.ts';

export interface WalkHandle {
  readonly walk: Walk;
  /** Changes the walk, keeps it in the vault and brings its step into view. */
  readonly change: (next: (walk: Walk) => Walk) => void;
  /** The kept walk has been read, or there is none; not while the vault is locked. */
  readonly loaded: boolean;
}

/**
 * The person's way through the guide: kept in the vault, shown in the text, led by the address.
 * Without a vault, as while it is locked, it is in this page only.
 */
export function useWalk(guide: GuideForIsland, vault: Vault | undefined): WalkHandle {
  const [walk, setWalk] = useState(() => freshWalk(guide));
  const [loaded, setLoaded] = useState(false);
  // A mere reader leaves no trace: the walk is kept from the first change on.
  const changed = useRef(false);

  const change = (next: (walk: Walk) => Walk): void => {
    changed.current = true;
    setWalk(next);
  };

  useEffect(() => {
    const follow = (): void => {
      const step = stepInAddress();
      if (step !== undefined) setWalk((before) => ({ ...before, step }));
    };
    const load = async (): Promise<void> => {
      const kept = await vault?.readWalk(guide.slug).catch(() => undefined);
      setWalk((own) => {
        if (!changed.current) return asAddressed(guide, kept ?? own, location.search);
        return kept === undefined ? own : joined(kept, own);
      });
      if (!changed.current) follow();
      setLoaded(true);
    };
    if (vault !== undefined) void load();
    else {
      setLoaded(false);
      setWalk((before) => asAddressed(guide, before, location.search));
      follow();
    }
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('hashchange', follow);
    };
  }, [vault]);

  useEffect(
    () =>
      onToggle((step) => {
        change((before) => toggleDone(before, step));
      }),
    [],
  );

  useEffect(() => {
    showWalk(walk);
    if (!changed.current || !loaded) return;
    vault?.writeWalk(guide.slug, walk).catch((error: unknown) => {
      if (vault.state !== 'locked') reportError(error);
    });
  }, [walk, vault, loaded]);

  useEffect(() => {
    const stop = placeCompanion(walk.step);
    if (changed.current) {
      setStepInAddress(walk.step);
      revealStep(walk.step);
      // Where the codes are, and after they were accepted, the companion is what the person needs.
      const kind = guide.steps.find(({ id }) => id === walk.step)?.kind;
      if (kind === 'codes' || kind === 'finish') revealCompanion();
    }
    return stop;
  }, [walk.step]);

  return { walk, change, loaded };
}
