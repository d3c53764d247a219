import { useState } from 'preact/hooks';
import type { Identity } from '../../../lib/vault/entry.ts';
import type { IdentityKinds } from '../entry-text.ts';
import { words } from './words.ts';

interface Props {
  /** The identities of the entry's guide. */
  readonly kinds: IdentityKinds;
  readonly identity: Identity | undefined;
  /** One has to be chosen. */
  readonly required?: boolean;
}

/** Which of the guide's identities an entry is. */
export function IdentityFields({ kinds, identity, required = false }: Props) {
  const [kind, setKind] = useState(identity?.kind ?? '');
  const nameLabel = kinds[kind]?.nameLabel;
  return (
    <div class="edit-pair">
      <label class="field">
        {words.identity}
        <select
          name="identity-kind"
          required={required}
          onChange={(event) => {
            setKind(event.currentTarget.value);
          }}
        >
          <option value="" selected={kind === ''}>
            {words.noIdentity}
          </option>
          {Object.entries(kinds).map(([id, { label }]) => (
            <option key={id} value={id} selected={kind === id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {nameLabel !== undefined && (
        <label class="field">
          {nameLabel}
          <input
            name="identity-name"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            required
            defaultValue={identity?.kind === kind ? identity.name : ''}
          />
        </label>
      )}
    </div>
  );
}
