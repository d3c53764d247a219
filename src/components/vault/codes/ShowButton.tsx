import { useDesk, type DeskStore } from './desk.ts';
import { words } from './words.ts';

interface Props {
  readonly desk: DeskStore;
  readonly id: string;
  readonly title: string;
}

/** Shows an entry's codes, or hides them again; only where codes are hidden. */
export function ShowButton({ desk, id, title }: Props) {
  const { hides, shows, toggle } = useDesk(desk);
  if (!hides) return null;
  return (
    <button
      type="button"
      class="button button-quiet"
      data-testid="entry-show"
      onClick={() => {
        toggle(id);
      }}
    >
      {shows(id) ? words.hide : words.show}
      <span class="visually-hidden"> {words.copyOf(title)}</span>
    </button>
  );
}
