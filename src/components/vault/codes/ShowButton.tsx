import { useDesk } from './desk.ts';
import { words } from './words.ts';

/** Shows an entry's codes, or hides them again; only where codes are hidden. */
export function ShowButton({ id, title }: { readonly id: string; readonly title: string }) {
  const { hides, shows, toggle } = useDesk();
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
