import { useEffect, useRef, useState } from 'preact/hooks';
import { setSingleKeys, singleKeys } from '../../site/scripts/single-keys.ts';
import { singleKeysWords } from '../../site/single-keys-words.ts';
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
      <SingleKeys />
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        {words.close}
      </button>
    </dialog>
  );
}

/** The choice of whether single characters do anything: the same one as on the page about accessibility. */
function SingleKeys() {
  const [refused, setRefused] = useState(false);
  return (
    <div class="setting">
      <label>
        <input
          type="checkbox"
          data-testid="single-keys"
          defaultChecked={singleKeys()}
          aria-describedby="single-keys-hint"
          onChange={({ currentTarget: { checked } }) => {
            setRefused(!setSingleKeys(checked));
          }}
        />{' '}
        {singleKeysWords.label}
      </label>
      <p id="single-keys-hint" class="hint">
        {singleKeysWords.hint}
      </p>
      <p role="status">{refused && singleKeysWords.refused}</p>
    </div>
  );
}
