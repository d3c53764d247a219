import { captureWords } from './capture-words.ts';

interface Props {
  readonly issuer: string;
  readonly account: string;
}

/** Issuer and account of an entry in a list. */
export function EntryName({ issuer, account }: Props) {
  return (
    <span class="capture-name">
      <strong>{issuer === '' ? captureWords.noIssuer : issuer}</strong>{' '}
      <span>{account === '' ? captureWords.noAccount : account}</span>
    </span>
  );
}
