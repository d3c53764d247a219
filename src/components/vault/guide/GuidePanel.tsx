import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryGuide } from '../../../lib/guides/entry-guide.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { entryTitle } from '../entry-text.ts';
import { guideOf } from './load-guide.ts';
import { GuideParts } from './GuideParts.tsx';
import { words } from './words.ts';

interface Props {
  readonly entry: Entry;
  readonly onClose: () => void;
}

type Loaded = { readonly guide: EntryGuide | undefined } | 'failed' | undefined;

/** What the entry's guide says about it now that it is in use. */
export function GuidePanel({ entry, onClose }: Props) {
  const [loaded, setLoaded] = useState<Loaded>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    guideOf(entry).then(
      (guide) => {
        setLoaded({ guide });
      },
      () => {
        setLoaded('failed');
      },
    );
  }, [entry.id]);
  const guide = typeof loaded === 'object' ? loaded.guide : undefined;
  const title = guide ? words.title(guide.service) : words.noGuideTitle;
  return (
    <section
      class="entry-panel vault-form"
      aria-label={words.titleOf(`${entryTitle(entry)} ${entry.otp.account}`)}
      data-testid="guide-panel"
    >
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {loaded === undefined && <p role="status">{words.loading}</p>}
      {loaded === 'failed' && (
        <p class="notice" data-tone="stop" role="alert">
          {words.failed}
        </p>
      )}
      {typeof loaded === 'object' && loaded.guide === undefined && (
        <p>
          {words.none} <a href="/guides/">{words.allGuides}</a>
        </p>
      )}
      {guide && <GuideParts guide={guide} entry={entry} />}
      <div class="vault-buttons">
        <button type="button" class="button button-quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </section>
  );
}
