import { groupDigits } from './group.ts';

interface Props {
  readonly code: string;
  readonly testId: string;
  readonly size?: 'large' | 'small';
}

/** A code: grouped for the eye, digit by digit for a screen reader. */
export function Code({ code, testId, size = 'large' }: Props) {
  return (
    <span class="code" data-size={size}>
      <span data-testid={testId} aria-hidden="true">
        {groupDigits(code)}
      </span>
      <span class="visually-hidden">{Array.from(code).join(' ')}</span>
    </span>
  );
}
