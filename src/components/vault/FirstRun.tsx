import type { VNode } from 'preact';
import { words } from './words.ts';

interface Props {
  readonly firstGuide: string;
  /** The button that opens the ways to add an entry. */
  readonly addButton: VNode;
}

/** Nothing is saved in this browser: the ways to begin. */
export function FirstRun({ firstGuide, addButton }: Props) {
  return (
    <section class="first-run" aria-labelledby="first-run-title">
      <h2 id="first-run-title">{words.empty}</h2>
      <p>{words.emptyHint}</p>
      <div class="vault-buttons">
        {addButton}
        <a class="button" href={firstGuide}>
          {words.emptyAction}
        </a>
        <a class="button" href="#backup">
          {words.emptyRestore}
        </a>
      </div>
      <p class="first-run-stays">{words.stays}</p>
    </section>
  );
}
