import type { EntryGuide } from '../../../lib/guides/entry-guide.ts';
import { devicesOf, type Device, type IdentityDevices } from '../../../lib/vault/devices.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { words } from './words.ts';

interface Props {
  readonly guide: EntryGuide;
  readonly entries: readonly Entry[];
}

/** One service's accounts, the users in each, and their devices. */
export function ServiceDevices({ guide, entries }: Props) {
  const { service, identities, enrollment, href } = guide;
  const { maxDevices: most = 0, accountPattern } = enrollment;
  const kinds = identities.map(({ id }) => id);
  return (
    <section class="vault-form" aria-label={words.title(service)}>
      <h3>{words.title(service)}</h3>
      <p>{words.intro(service, most)}</p>
      {devicesOf(entries, accountPattern, kinds).map(({ account, identities: users }) => (
        <div key={account} class="devices-account" data-testid="devices-account">
          <h4>{words.account(account)}</h4>
          <ul class="rows" role="list">
            {users.map((user) => (
              <User key={nameOf(user, guide)} user={user} guide={guide} most={most} />
            ))}
          </ul>
        </div>
      ))}
      <p>
        <a href={href}>{words.add}</a>
      </p>
    </section>
  );
}

interface UserProps {
  readonly user: IdentityDevices;
  readonly guide: EntryGuide;
  readonly most: number;
}

function User({ user, guide, most }: UserProps) {
  const { identity, devices } = user;
  // The form for editing asks for the user where the entry names its guide.
  const canBeChosen = identity === undefined && devices.some(({ entry }) => entry.guide);
  const isAlone = identity !== undefined && devices.length === 1;
  return (
    <li data-alone={isAlone ? '' : undefined}>
      <p>
        <strong>{nameOf(user, guide)}</strong> {words.known(devices.length, most)}
        <small>{devices.map(deviceText).join(', ')}</small>
        {isAlone && <small class="devices-alone">{words.onlyOne}</small>}
        {canBeChosen && <small>{words.unknownHint}</small>}
      </p>
    </li>
  );
}

function nameOf({ identity }: IdentityDevices, { identities }: EntryGuide): string {
  if (identity === undefined) return words.unknown;
  const kind = identities.find(({ id }) => id === identity.kind);
  return [kind?.label ?? identity.kind, identity.name].filter(Boolean).join(' ');
}

function deviceText({ name, entry }: Device): string {
  const called = entry.name ?? (name === '' ? entry.otp.account || words.unnamed : name);
  return entry.status === 'pending' ? `${called} (${words.pending})` : called;
}
