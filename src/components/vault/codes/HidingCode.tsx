import { Code } from '../../codes/Code.tsx';
import { groupDigits } from '../../codes/group.ts';
import { useDesk } from './desk.ts';
import { words } from './words.ts';

interface Props {
  readonly id: string;
  readonly code: string;
  readonly testId: string;
  readonly size?: 'large' | 'small';
}

/** A code, or as many dots while it is hidden; touching the dots shows it. */
export function HidingCode({ id, code, testId, size = 'large' }: Props) {
  const { shows, toggle } = useDesk();
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
