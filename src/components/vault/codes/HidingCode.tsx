import { Code } from '../../codes/Code.tsx';
import { groupDigits } from '../../codes/group.ts';
import { useDesk, type DeskStore } from './desk.ts';
import { words } from './words.ts';

interface Props {
  readonly desk: DeskStore;
  readonly id: string;
  readonly code: string;
  readonly testId: string;
  readonly size?: 'large' | 'small';
}

/** A code, or as many dots while it is hidden; touching the dots shows it. */
export function HidingCode({ desk, id, code, testId, size = 'large' }: Props) {
  const { shows, toggle } = useDesk(desk);
  if (shows(id)) return <Code code={code} testId={testId} size={size} />;
  return (
    <span
      class="code code-hidden"
      data-size={size}
      onClick={() => {
        toggle(id);
      }}
    >
      <span data-testid={testId} aria-hidden="true">
        {groupDigits('•'.repeat(code.length))}
      </span>
      <span class="visually-hidden">{words.hidden}</span>
    </span>
  );
}
