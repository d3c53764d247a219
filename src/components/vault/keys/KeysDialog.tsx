import { useEffect, useRef } from 'preact/hooks';
import { words } from './words.ts';

/** Lists what the keys do. The browser keeps the focus inside and gives it back. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog keys"
      data-testid="keys-dialog"
      aria-labelledby="keys-title"
      onClose={onClose}
    >
      <h2 id="keys-title">{words.title}</h2>
      {words.groups.map(({ title, keys }) => (
        <table key={title}>
          <caption>{title}</caption>
          <thead class="visually-hidden">
            <tr>
              <th scope="col">{words.key}</th>
              <th scope="col">{words.does}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map(([names, does]) => (
              <tr key={does}>
                <th scope="row">
                  {names.map((name, at) => (
                    <>
                      {at > 0 && <span class="visually-hidden"> {words.or}</span>} <kbd>{name}</kbd>
                    </>
                  ))}
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <p class="hint">{words.off}</p>
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        {words.close}
      </button>
    </dialog>
  );
}
