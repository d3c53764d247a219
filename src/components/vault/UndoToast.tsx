import { useRef } from 'preact/hooks';
import type { Act, Done } from './useChanges.ts';
import { useRoomBelow } from './useRoomBelow.ts';
import { words } from './words.ts';

interface Props {
  readonly done: Done;
  readonly act: Act;
  readonly onClose: () => void;
}

/** Says what was done, with the way back. It stays until it is answered: nobody has to hurry. */
export function UndoToast({ done: { text, undo }, act, onClose }: Props) {
  const toast = useRef<HTMLDivElement>(null);
  useRoomBelow(toast, text);
  const close = (): void => {
    // The button that was pressed goes, and the focus with it.
    const region = toast.current?.closest<HTMLElement>('.authenticator');
    if (toast.current?.contains(document.activeElement)) region?.focus({ preventScroll: true });
    onClose();
  };
  return (
    <div ref={toast} class="toast" role="status">
      <p>{text}</p>
      {undo && (
        <button
          type="button"
          class="button"
          data-testid="toast-undo"
          onClick={async () => {
            await act(undo);
            close();
          }}
        >
          {words.undo}
        </button>
      )}
      <button type="button" class="button button-quiet" onClick={close}>
        {words.close}
      </button>
    </div>
  );
}
