import type { VNode } from 'preact';

interface Props {
  readonly tone: 'wait' | 'stop';
  readonly children: string;
  /** The button that does what is to be done. */
  readonly action?: VNode;
}

/** Says at once that something is wrong, and what to do. */
export function Notice({ tone, children, action }: Props) {
  return (
    <div class="notice" data-tone={tone} role="alert">
      <p>{children}</p>
      {action}
    </div>
  );
}
