import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { CodeSettings } from '../../../lib/vault/code-settings.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import type { Act } from '../AuthenticatorIsland.tsx';
import { entryTitle } from '../entry-text.ts';
import { Listener } from '../keys/Listener.tsx';
import { DeskContext, type Desk } from './desk.ts';
import { TitleCode } from './TitleCode.tsx';
import { useChosen } from './useChosen.ts';
import { useCodeSettings } from './useCodeSettings.ts';
import { useCopy } from './useCopy.ts';
import { useCounterCodes } from './useCounterCodes.ts';
import { useShown } from './useShown.ts';
import { useTopWindow } from './useTopWindow.tsx';
import { words } from './words.ts';
import './entry-codes.css';

interface Props {
  readonly vault: Vault;
  /** All entries in use, those that the filter leaves out too: what was chosen stays. */
  readonly all: readonly Entry[];
  /** Those that are listed, in their order. */
  readonly listed: readonly Entry[];
  readonly act: Act;
  readonly children: ComponentChildren;
}

/** What the codes of the list share; shows it once it is known whether codes are to be hidden. */
export function CodeDesk({ vault, ...props }: Props) {
  const settings = useCodeSettings(vault);
  return settings === undefined ? null : <OpenDesk settings={settings} {...props} />;
}

interface OpenProps extends Omit<Props, 'vault'> {
  readonly settings: CodeSettings;
}

function OpenDesk({ settings, all, listed, act, children }: OpenProps) {
  const [news, setNews] = useState<string>();
  const { shows, show, hide } = useShown(settings);
  const counters = useCounterCodes(all, act);
  const copy = useCopy(settings, counters, () => {
    setNews(words.cleared);
  });
  const titled = useChosen(all, 1);
  const desk: Desk = {
    hides: settings.hideCodes,
    shows,
    toggle: (id) => {
      if (shows(id)) hide();
      else show(id);
    },
    copy,
    ...counters,
    inTitle: titled,
  };
  const onTop = useTopWindow(all, desk);
  const order = useMemo(() => listed.map(({ id }) => id), [listed]);
  const find = useCallback((id: string) => all.find((each) => each.id === id), [all]);
  return (
    <DeskContext.Provider value={{ ...desk, ...(onTop && { onTop }) }}>
      {children}
      <Listener order={order} find={find} singleKeys={settings.singleKeys} news={news} />
      {titled.entries.map((entry) =>
        entry.otp.type === 'hotp' ? null : (
          <TitleCode key={entry.id} otp={entry.otp} name={entryTitle(entry)} />
        ),
      )}
    </DeskContext.Provider>
  );
}
