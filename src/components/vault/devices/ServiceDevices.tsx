import type { EntryGuide } from '../../../lib/guides/entry-guide.ts';
import { devicesOf, type Device, type IdentityDevices } from '../../../lib/vault/devices.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import type { Changes } from '../useChanges.ts';
import { ChooseUser } from './ChooseUser.tsx';
import { words } from './words.ts';

interface Props extends Choosing {
  readonly entries: readonly Entry[];
}

/** What it takes to say whose a device is. */
interface Choosing {
  readonly guide: EntryGuide;
  readonly changes: Changes;
  readonly onChosen: () => void;
}

/** One service's accounts, the users in each, and their devices. */
export function ServiceDevices({ entries, ...choosing }: Props) {
  const { guide } = choosing;
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
              <User key={nameOf(user, guide)} user={user} most={most} {...choosing} />
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

interface UserProps extends Choosing {
  readonly user: IdentityDevices;
  readonly most: number;
}

function User({ user, most, ...choosing }: UserProps) {
  const { identity, devices } = user;
  const isAlone = identity !== undefined && devices.length === 1;
  return (
    <li data-alone={isAlone ? '' : undefined}>
      <p>
        <strong>{nameOf(user, choosing.guide)}</strong> {words.known(devices.length, most)}
        <small>{devices.map(deviceText).join(', ')}</small>
        {isAlone && <small class="devices-alone">{words.onlyOne}</small>}
      </p>
      {identity === undefined &&
        devices.map((device) => (
          <ChooseUser
            key={device.entry.id}
            entry={device.entry}
            name={deviceText(device)}
            {...choosing}
          />
        ))}
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
