import { words } from './words.ts';

interface Props {
  readonly firstGuide: string;
}

/** Nothing is saved in this browser: the ways to begin. */
export function FirstRun({ firstGuide }: Props) {
  return (
    <p class="authenticator-empty">
      {words.empty} <a href={firstGuide}>{words.emptyAction}</a>
    </p>
  );
}
