import { useEffect, useState } from 'preact/hooks';
import type { GuideForIsland } from '../../lib/guides/island.ts';
import type { Identity } from '../../lib/vault/entry.ts';
import { addressedIdentity } from './walk.ts';
import { words } from './words.ts';

interface Props {
  readonly guide: GuideForIsland;
  readonly identity: Identity | undefined;
  readonly disabled: boolean;
  /** A code is there already, so the question is whose it is. */
  readonly asked: boolean;
  readonly onChoose: (identity: Identity | undefined) => Promise<void>;
}

/** Root user, or an IAM user by name; nothing is chosen until the person chooses. */
export function IdentityChooser({ guide, identity, disabled, asked, onChoose }: Props) {
  // A kind with a name is an identity only once the name is there.
  const [kind, setKind] = useState<string>();
  // What is being typed, which no tick of the clock may reset.
  const [typed, setTyped] = useState<string>();
  // The address may choose a kind whose name is still to be typed; the build does not know it.
  useEffect(() => {
    const addressed = addressedIdentity(guide, location.search);
    if (identity === undefined && addressed?.named) setKind(addressed.id);
  }, []);
  const chosen = kind ?? identity?.kind;
  const named = guide.identities.find((each) => each.id === chosen && each.named);
  const choose = (each: { readonly id: string }, typed: string): void => {
    const name = typed.trim();
    void onChoose(name === '' ? undefined : { kind: each.id, name });
  };
  return (
    <fieldset
      class="enroll-identity"
      data-testid="identity"
      data-asked={asked ? '' : undefined}
      disabled={disabled}
    >
      <legend>{asked ? words.identityAsked : words.identityQuestion}</legend>
      {guide.identities.map((each) => (
        <label key={each.id} class="choice">
          <input
            type="radio"
            name="identity"
            value={each.id}
            checked={chosen === each.id}
            onChange={() => {
              setKind(each.id);
              void onChoose(each.named ? undefined : { kind: each.id, name: '' });
            }}
          />
          {each.label}
          {!asked && each.hint !== undefined && <small>{each.hint}</small>}
        </label>
      ))}
      {named && (
        <label class="field">
          {named.nameLabel}
          <input
            type="text"
            name="identity-name"
            autocapitalize="none"
            autocomplete="off"
            spellcheck={false}
            value={typed ?? (identity?.kind === named.id ? identity.name : '')}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              // Before a capture every letter counts: the picture may be pasted from within the field.
              if (!asked) choose(named, event.currentTarget.value);
            }}
            onChange={(event) => {
              choose(named, event.currentTarget.value);
            }}
          />
        </label>
      )}
    </fieldset>
  );
}
