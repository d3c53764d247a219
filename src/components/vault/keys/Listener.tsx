import { useState } from 'preact/hooks';
import type { Entry } from '../../../lib/vault/entry.ts';
import { codeTime } from '../../codes/code-time.ts';
import { useLazy } from '../../codes/useLazy.ts';
import { useDesk, type DeskStore } from '../codes/desk.ts';
import { NewCode } from './NewCode.tsx';
import { codeText, timeText } from './say.ts';
import { useKeys } from './useKeys.ts';
import { words } from './words.ts';

interface Props {
  readonly desk: DeskStore;
  readonly all: readonly Entry[];
  /** Ids in the order in which they are listed. */
  readonly order: readonly string[];
  /** Something that happened elsewhere, to be said. */
  readonly news: string | undefined;
}

/**
 * Hears the keys and says what is asked for, and that the code has changed of the entry
 * that has the focus. Apart from the codes, which are not gone through for that.
 */
export function Listener({ desk, all, order, news }: Props) {
  const [said, setSaid] = useState('');
  const [helping, setHelping] = useState(false);
  const keys = useLazy(() => import('./KeysDialog.tsx'), helping);
  const { shows, counterCode } = useDesk(desk);
  const find = (id: string): Entry | undefined => all.find((each) => each.id === id);
  const say = (text: string): void => {
    // The same words again are only heard when they differ.
    setSaid((before) => (before === text ? `${text}\u00a0` : text));
  };
  const focused = useKeys({
    order,
    help: () => {
      setHelping(true);
    },
    say: (what, id) => {
      const entry = find(id);
      if (entry === undefined) return;
      const shown = shows(id);
      if (what === 'say-time') say(timeText(entry, codeTime()));
      else say(codeText(entry, codeTime(), { shown, made: counterCode(id)?.code }));
    },
  });
  const heard = focused === undefined ? undefined : find(focused);
  return (
    <>
      <button
        type="button"
        class="button button-quiet keys-open"
        data-testid="keys-open"
        onClick={() => {
          setHelping(true);
        }}
      >
        {words.open}
      </button>
      <p class="visually-hidden" role="status" data-testid="entry-said">
        {said}
      </p>
      <p class="visually-hidden" role="status">
        {news}
      </p>
      {heard && <NewCode key={heard.id} entry={heard} shown={shows(heard.id)} say={say} />}
      {helping && keys.module && (
        <keys.module.KeysDialog
          onClose={() => {
            setHelping(false);
          }}
        />
      )}
    </>
  );
}
