import { useEffect, useRef } from 'preact/hooks';
import { useLazy } from '../../codes/useLazy.ts';
import { CapturePanel } from '../../capture/CapturePanel.tsx';
import { useCapture } from '../../capture/useCapture.ts';
import type { Changes } from '../useChanges.ts';
import { addEntries, addEntry, type Added } from './add-entries.ts';
import type { Incoming } from './useAdding.ts';
import { words } from './words.ts';

interface Props extends Changes {
  /** What was pasted or dropped on the page. */
  readonly incoming: Incoming | undefined;
  /** Chosen files, which need not be pictures. */
  readonly onFiles: (files: readonly Blob[]) => Promise<void>;
  readonly onClose: () => void;
}

/** All the ways to bring an entry in. It closes once one is there. */
export function AddPanel({ change, tell, incoming, onFiles, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const done = ({ text, undo }: Added, notes: readonly string[] = []): void => {
    tell([text, ...notes].join(' '), undo);
    onClose();
  };
  const capture = useCapture(
    async ({ otp, notes }) => {
      const added = await change((vault) => addEntry(vault, otp));
      done(
        added,
        notes.map(({ message }) => message),
      );
    },
    async (otps) => {
      done(await change((vault) => addEntries(vault, otps)));
    },
  );
  const taken = useLazy(() => import('../../capture/Taken.tsx'), capture.taken !== undefined);
  useEffect(() => {
    if (incoming === undefined) heading.current?.focus();
    else if ('text' in incoming) void capture.typed(incoming.text);
    else void capture.pictures(incoming.pictures);
  }, [incoming]);
  return (
    <section
      class="vault-panel add-panel"
      aria-labelledby="add-title"
      data-testid="add-panel"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <h2 id="add-title" ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <CapturePanel
        prompt={words.prompt}
        starting={words.starting}
        keyHint={words.keyHint}
        loadKeyForm={() => import('./DetailedKeyForm.tsx').then((part) => part.DetailedKeyForm)}
        capture={{ ...capture, pictures: onFiles }}
        ready
      />
      {capture.taken && taken.module && <taken.module.Taken taken={capture.taken} />}
      <p class="capture-hint">{words.after}</p>
      <div class="vault-buttons">
        <button type="button" class="button button-quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </section>
  );
}
