import { useEffect, useRef } from 'preact/hooks';
import { day } from '../dates.ts';
import { words } from './sheet-words.ts';

interface Props {
  readonly recoveryKey: string;
  readonly onClose: () => void;
}

/** The recovery key with how to use it, made for paper; printing prints this and nothing else. */
export function RecoverySheet({ recoveryKey, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const place = location.origin;
  return (
    <dialog
      ref={dialog}
      class="dialog sheet"
      aria-labelledby="sheet-title"
      data-testid="recovery-sheet"
      onClose={onClose}
      // Escape alone must not take away what cannot be shown again.
      onCancel={(event) => {
        event.preventDefault();
      }}
    >
      <p class="notice sheet-screen" data-tone="wait">
        {words.once}
      </p>
      <h3 id="sheet-title" tabIndex={-1} autoFocus>
        {words.title}
      </h3>
      <p>{words.of(place, day(Date.now()))}</p>
      <h4>{words.key}</h4>
      <p class="sheet-key" data-testid="recovery-key">
        {recoveryKey.split('-').map((group, index) => (
          <span key={index}>{group} </span>
        ))}
      </p>
      <h4>{words.restoreTitle}</h4>
      <Steps steps={words.restore(place)} />
      <h4>{words.unlockTitle}</h4>
      <Steps steps={words.unlock(place)} />
      <p>
        {words.alone} {words.who}
      </p>
      <p class="sheet-line">{words.where}</p>
      <div class="vault-buttons sheet-screen">
        <button
          type="button"
          class="button button-primary"
          data-testid="print-sheet"
          onClick={() => {
            print();
          }}
        >
          {words.print}
        </button>
        <button
          type="button"
          class="button"
          data-testid="close-sheet"
          onClick={() => dialog.current?.close()}
        >
          {words.close}
        </button>
      </div>
    </dialog>
  );
}

function Steps({ steps }: { readonly steps: readonly string[] }) {
  return (
    <ol>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
