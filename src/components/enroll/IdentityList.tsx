import { identityName, words } from './words.ts';
import type { Enrollment } from './useEnrollment.ts';

/** Who is done and who is waiting, so that an administrator sees how far they are. */
export function IdentityList({ guide, entries }: Pick<Enrollment, 'guide' | 'entries'>) {
  const groups = [
    { title: words.identitiesDone, status: 'active' },
    { title: words.identitiesWaiting, status: 'pending' },
  ] as const;
  return (
    <>
      {groups.map(({ title, status }) => {
        const inGroup = entries.filter((entry) => entry.status === status);
        return (
          inGroup.length > 0 && (
            <div key={status} class="enroll-identities" data-status={status}>
              <h3>{title}</h3>
              <ul>
                {inGroup.map((entry) => (
                  <li key={entry.id}>
                    {identityName(guide, entry.identity)}
                    {entry.otp.account !== '' && <small> {entry.otp.account}</small>}
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </>
  );
}
