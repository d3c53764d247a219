import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { CodeSettings } from '../../../lib/vault/code-settings.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import { useLazy } from '../../codes/useLazy.ts';
import type { EntryGroup } from '../entry-order.ts';
import type { Act } from '../useChanges.ts';
import { entryTitle } from '../entry-text.ts';
import { useDeskStore, type Desk, type DeskStore } from './desk.ts';
import { TitleCode } from './TitleCode.tsx';
import { useChosen } from './useChosen.ts';
import { useCodeSettings } from './useCodeSettings.ts';
import { useCopy } from './useCopy.ts';
import { useCounterCodes } from './useCounterCodes.ts';
import { useShown } from './useShown.ts';
import { useTopWindow } from './useTopWindow.tsx';
import { words } from './words.ts';

interface Props {
  readonly vault: Vault;
  /** All entries in use, those that the filter leaves out too: what was chosen stays. */
  readonly all: readonly Entry[];
  /** Those that are listed, in their order. */
  readonly groups: readonly EntryGroup[];
  readonly act: Act;
  /** The codes can be seen, so that what hears the keys may be fetched. */
  readonly shown: boolean;
  /** What is in the list, given the desk that its codes share. */
  readonly children: (desk: DeskStore) => ComponentChildren;
}

/** What the codes of the list share; shows it once it is known whether codes are to be hidden. */
export function CodeDesk({ vault, ...props }: Props) {
  const settings = useCodeSettings(vault);
  return settings === undefined ? null : <OpenDesk settings={settings} {...props} />;
}

interface OpenProps extends Omit<Props, 'vault'> {
  readonly settings: CodeSettings;
}

function OpenDesk({ settings, all, groups, act, shown: seen, children }: OpenProps) {
  const listener = useLazy(() => import('../keys/Listener.tsx'), seen);
  const [news, setNews] = useState<string>();
  const { shown, shows, show, hide } = useShown(settings);
  const { made, ...counters } = useCounterCodes(all, act);
  const copy = useCopy(settings, counters, () => {
    setNews(words.cleared);
  });
  const { ids: titledIds, entries: titled, ...inTitle } = useChosen(all, 1);
  // The same for as long as nothing in it changed: every code on the page looks at it.
  const desk = useMemo<Desk>(() => {
    const toggle = (id: string): void => {
      if (shows(id)) hide();
      else show(id);
    };
    return { hides: settings.hideCodes, shows, toggle, copy, ...counters, inTitle };
  }, [settings, shown, made, titledIds]);
  const onTop = useTopWindow(all, desk);
  const whole = useMemo(() => ({ ...desk, ...(onTop && { onTop }) }), [desk, onTop]);
  const store = useDeskStore(whole);
  const order = groups.flatMap(({ entries }) => entries.map(({ id }) => id));
  return (
    <>
      {children(store)}
      {listener.module && (
        <listener.module.Listener desk={store} all={all} order={order} news={news} />
      )}
      {titled.map((entry) =>
        entry.otp.type === 'hotp' ? null : (
          <TitleCode key={entry.id} otp={entry.otp} name={entryTitle(entry)} />
        ),
      )}
    </>
  );
}
