import { words } from './words.ts';

interface Props {
  readonly text: string;
  readonly onUndo: () => Promise<void>;
  readonly onClose: () => void;
}

/** Says what was done, with the way back. It stays until it is answered: nobody has to hurry. */
export function UndoToast({ text, onUndo, onClose }: Props) {
  return (
    <div class="toast" role="status">
      <p>{text}</p>
      <button type="button" class="button" data-testid="toast-undo" onClick={onUndo}>
        {words.undo}
      </button>
      <button type="button" class="button button-quiet" onClick={onClose}>
        {words.close}
      </button>
    </div>
  );
}
