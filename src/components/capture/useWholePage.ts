import { useEffect } from 'preact/hooks';
import type { Capture } from './useCapture.ts';

/** Takes pictures and texts that are pasted or dropped anywhere on the page. */
export function useWholePage(capture: Pick<Capture, 'pictures' | 'typed'>, active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    const take = (data: DataTransfer): boolean => {
      const text = data.getData('text/plain');
      if (data.files.length > 0) void capture.pictures([...data.files]);
      else if (text.trim() !== '') void capture.typed(text);
      else return false;
      return true;
    };
    const paste = (event: ClipboardEvent): void => {
      const data = event.clipboardData;
      // Text pasted into a field belongs to the field; a picture can't be meant for it.
      if (data === null || (isField(event.target) && data.files.length === 0)) return;
      if (take(data)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (isField(event.target)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) take(event.dataTransfer);
    };
    // Without this the browser would leave the page to show the dropped picture.
    const dragOver = (event: DragEvent): void => {
      if (!isField(event.target)) event.preventDefault();
    };
    document.addEventListener('paste', paste);
    document.addEventListener('drop', drop);
    document.addEventListener('dragover', dragOver);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('drop', drop);
      document.removeEventListener('dragover', dragOver);
    };
  });
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea') !== null;
}
