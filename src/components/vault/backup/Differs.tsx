import type { RestoreChoice, RestoreItem } from '../../../lib/vault/restore.ts';
import { compared, incomingTitle } from './incoming-text.ts';
import { words } from './words.ts';

interface Props {
  readonly item: RestoreItem;
  readonly choice: RestoreChoice;
  readonly onChoose: (choice: RestoreChoice) => void;
}

const choices: readonly RestoreChoice[] = ['both', 'current', 'incoming'];

/** Two entries side by side, and what the person wants of them. */
export function Differs({ item: { index, incoming, current }, choice, onChoose }: Props) {
  const title = incomingTitle(incoming);
  return (
    <fieldset class="differs" data-testid="import-differs">
      <legend>
        <span class="visually-hidden">{words.chooseFor(title)}</span>
        <span aria-hidden="true">
          {title} <small>{incoming.otp.account}</small>
        </span>
      </legend>
      {current && (
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{words.here}</th>
              <th scope="col">{words.inFile}</th>
            </tr>
          </thead>
          <tbody>
            {compared(current, incoming).map((row) => (
              <tr key={row.field}>
                <th scope="row">{row.field}</th>
                <td>{row.current || '–'}</td>
                <td>{row.incoming || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {choices.map((each) => (
        <label key={each} class="choice">
          <input
            type="radio"
            name={`differs-${index}`}
            value={each}
            checked={choice === each}
            onChange={() => {
              onChoose(each);
            }}
          />
          {words[each]}
        </label>
      ))}
    </fieldset>
  );
}
