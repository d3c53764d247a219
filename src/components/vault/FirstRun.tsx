import type { VNode } from 'preact';
import { words } from './words.ts';

interface Props {
  readonly firstGuide: string;
  /** Something is in the trash, so this is not the first time. */
  readonly emptied: boolean;
  /** The button that opens the ways to add an entry. */
  readonly addButton: VNode;
}

/** No entry is in use: the ways to begin. */
export function FirstRun({ firstGuide, emptied, addButton }: Props) {
  return (
    <section class="first-run" aria-labelledby="first-run-title">
      <h2 id="first-run-title">{emptied ? words.emptied : words.empty}</h2>
      <p>
        {emptied && `${words.emptiedHint} `}
        {words.emptyHint}
      </p>
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
