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
import { asAddressed, freshWalk, toggleDone } from './walk.ts';

export interface WalkHandle {
  readonly walk: Walk;
  /** Changes the walk, keeps it in the vault and brings its step into view. */
  readonly change: (next: (walk: Walk) => Walk) => void;
  /** The kept walk has been read, or there is none. */
  readonly loaded: boolean;
}

/** The person's way through the guide: kept in the vault, shown in the text, led by the address. */
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
      if (!changed.current)
        setWalk((before) => asAddressed(guide, kept ?? before, location.search));
      follow();
      setLoaded(true);
    };
    if (vault !== undefined) void load();
    else {
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
    if (changed.current) vault?.writeWalk(guide.slug, walk).catch(reportError);
  }, [walk, vault]);

  useEffect(() => {
    const stop = placeCompanion(walk.step);
    if (changed.current) {
      setStepInAddress(walk.step);
      revealStep(walk.step);
      // Where the codes are, the companion is what the person needs.
      if (guide.steps.some(({ id, kind }) => id === walk.step && kind === 'codes'))
        revealCompanion();
    }
    return stop;
  }, [walk.step]);

  return { walk, change, loaded };
}
