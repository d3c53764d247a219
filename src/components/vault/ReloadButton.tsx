import { words } from './words.ts';

/** Loads the page again, which is what helps where the vault is not as this page expects it. */
export function ReloadButton() {
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        location.reload();
      }}
    >
      {words.reload}
    </button>
  );
}
