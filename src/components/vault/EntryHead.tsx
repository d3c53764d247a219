import type { EntryRowProps } from './EntryRow.tsx';
import { entryTitle, identityText, titleInGroup } from './entry-text.ts';
import { words } from './words.ts';

type Props = Pick<EntryRowProps, 'entry' | 'identities' | 'successor' | 'level'>;

/** Whose an entry is and where it stands; there for every entry, so that the page can be searched. */
export function EntryHead({ entry, identities, successor, level }: Props) {
  const { otp, status, tags = [], note, pinned } = entry;
  const grouped = level === 3;
  const title = grouped ? titleInGroup(entry) : entryTitle(entry);
  const details = [grouped ? '' : otp.issuer, otp.account, identityText(entry, identities) ?? ''];
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class="entry-head">
      <Heading>{title}</Heading>
      <p>{details.filter((each) => each !== '' && each !== title).join(' · ')}</p>
      {(status !== 'active' || pinned === true || tags.length > 0) && (
        <p class="entry-marks">
          {status !== 'active' && (
            <span class="entry-status" data-status={status}>
              {status === 'replaced' && successor ? words.beingReplaced : words[status]}
            </span>
          )}
          {pinned && <span class="entry-pin">{words.pinned}</span>}
          {tags.map((tag) => (
            <span key={tag} class="entry-tag">
              {tag}
            </span>
          ))}
        </p>
      )}
      {note !== undefined && <p class="entry-note">{note}</p>}
    </div>
  );
}
