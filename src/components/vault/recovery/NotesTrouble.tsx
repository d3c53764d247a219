import type { Notes } from './useNotes.ts';
import { words } from './words.ts';

/** Which of the notes cannot be read, and why none can. */
export function NotesTrouble({ problem, unreadable }: Pick<Notes, 'problem' | 'unreadable'>) {
  return (
    <>
      {problem !== undefined && (
        <p class="notice" data-tone="stop" role="alert">
          {problem}
        </p>
      )}
      {unreadable > 0 && (
        <p class="notice" data-tone="wait">
          {words.unreadable(unreadable)}
        </p>
      )}
    </>
  );
}
