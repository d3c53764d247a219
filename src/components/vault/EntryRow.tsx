import { useState } from 'preact/hooks';
import { useLazy } from '../codes/useLazy.ts';
import type { Entry } from '../../lib/vault/entry.ts';
import { entryTitle } from './entry-text.ts';
import type { Act } from './AuthenticatorIsland.tsx';
import { CounterCode } from './CounterCode.tsx';
import { EntryMenu } from './EntryMenu.tsx';
import type { EntryPanelKind } from './EntryPanel.tsx';
import { RenameForm } from './RenameForm.tsx';
import { TimedCode } from './TimedCode.tsx';
import { words } from './words.ts';

interface Props {
  readonly entry: Entry;
  readonly now: number;
  readonly identity: string | undefined;
  readonly act: Act;
  readonly onTrash: (entry: Entry) => Promise<void>;
}

/** One entry: whose it is, where it stands, its codes, and what can be done with it. */
export function EntryRow({ entry, now, identity, act, onTrash }: Props) {
  const [renaming, setRenaming] = useState(false);
  const [showsHistory, setShowsHistory] = useState(false);
  const [panel, setPanel] = useState<EntryPanelKind>();
  const panels = useLazy(() => import('./EntryPanel.tsx'), panel !== undefined);
  const history = useLazy(() => import('./EntryHistory.tsx'), showsHistory);
  const { otp, status } = entry;
  const title = entryTitle(entry);
  const details = [title === otp.issuer ? '' : otp.issuer, otp.account, identity ?? ''];
  return (
    <li
      class="entry"
      data-testid="vault-entry"
      data-issuer={otp.issuer}
      data-account={otp.account}
      data-status={status}
    >
      <div class="entry-head">
        <h2>{title}</h2>
        <p>{details.filter((each) => each !== '' && each !== title).join(' · ')}</p>
        {status !== 'active' && (
          <p class="entry-status" data-status={status}>
            {words[status]}
          </p>
        )}
      </div>
      {otp.type === 'hotp' ? (
        <CounterCode otp={otp} title={title} onNext={() => act((v) => v.nextCounter(entry.id))} />
      ) : (
        <TimedCode otp={otp} now={now} title={title} />
      )}
      {renaming ? (
        <RenameForm
          name={entry.name ?? ''}
          onDone={async (name) => {
            setRenaming(false);
            if (name !== undefined) await act((vault) => vault.rename(entry.id, name));
          }}
        />
      ) : (
        <EntryMenu
          entry={entry}
          title={title}
          act={act}
          onRename={() => {
            setRenaming(true);
          }}
          onHistory={() => {
            setShowsHistory(true);
          }}
          onPanel={setPanel}
          onTrash={() => onTrash(entry)}
        />
      )}
      {showsHistory && history.module && (
        <history.module.EntryHistory
          entry={entry}
          act={act}
          onClose={() => {
            setShowsHistory(false);
          }}
        />
      )}
      {panel && panels.module && (
        <panels.module.EntryPanel
          key={panel}
          kind={panel}
          entry={entry}
          onClose={() => {
            setPanel(undefined);
          }}
        />
      )}
    </li>
  );
}
