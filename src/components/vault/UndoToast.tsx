import type { Act, Done } from './useChanges.ts';
import { words } from './words.ts';

interface Props {
  readonly done: Done;
  readonly act: Act;
  readonly onClose: () => void;
}

/** Says what was done, with the way back. It stays until it is answered: nobody has to hurry. */
export function UndoToast({ done: { text, undo }, act, onClose }: Props) {
  return (
    <div class="toast" role="status">
      <p>{text}</p>
      {undo && (
        <button
          type="button"
          class="button"
          data-testid="toast-undo"
          onClick={async () => {
            await act(undo);
            onClose();
          }}
        >
          {words.undo}
        </button>
      )}
      <button type="button" class="button button-quiet" onClick={onClose}>
        {words.close}
      </button>
    </div>
  );
}
