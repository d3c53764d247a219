interface Props {
  readonly tone: 'wait' | 'stop';
  readonly children: string;
}

/** Says at once that something is wrong, and what to do. */
export function Notice({ tone, children }: Props) {
  return (
    <p class="notice" data-tone={tone} role="alert">
      {children}
    </p>
  );
}
