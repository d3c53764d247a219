import { useEffect, useState } from 'preact/hooks';
import type { EntryVersion } from '../../lib/vault/history.browser.ts';
import { dayAndTime, keptUntil } from './dates.ts';
import { entryTitle } from './entry-text.ts';
import { words } from './history-words.ts';
import type { PanelProps } from './menu-items.ts';

/** Earlier versions of an entry, of which each can be made the current one again. */
export function EntryHistory({ entry, act, onClose }: PanelProps) {
  const [versions, setVersions] = useState<readonly EntryVersion[]>();
  useEffect(() => {
    void act(async (vault) => (await vault.archive()).history(entry.id)).then(setVersions);
  }, [entry]);
  return (
    <section class="entry-panel vault-form" aria-label={words.title} data-testid="entry-history">
      <h3>{words.title}</h3>
      {versions?.length === 0 && <p role="status">{words.none}</p>}
      <ol class="rows" role="list">
        {versions?.map(({ version, entry: before, replacedAt }) => (
          <li key={version}>
            <p>
              {entryTitle(before)} <small>{before.otp.account}</small>
              <small>
                {words.until(dayAndTime(replacedAt))}. {words.kept(keptUntil(replacedAt))}
              </small>
            </p>
            <button
              type="button"
              class="button button-quiet"
              onClick={() =>
                act(async (vault) => (await vault.archive()).restoreVersion(entry.id, version))
              }
            >
              {words.restore}
              <span class="visually-hidden">
                {words.restoreOf(entryTitle(before), dayAndTime(replacedAt))}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div>
        <button type="button" class="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </section>
  );
}
