import type { Algorithm } from '../../../lib/otp/parameters.ts';
import type { EntryEdit } from '../../../lib/vault/entry-edit.ts';

/** What the form for editing holds; fields that it does not show stay as they are. */
export function readForm(form: FormData): EntryEdit {
  const text = (name: string): string | undefined => {
    const value = form.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const number = (name: string): number | undefined => {
    const value = text(name);
    return value === undefined ? undefined : Number(value);
  };
  const kind = text('identity-kind');
  const named = { kind: kind ?? '', name: text('identity-name') ?? '' };
  return {
    name: text('name'),
    issuer: text('issuer'),
    account: text('account'),
    note: text('note'),
    tags: text('tags')?.split(','),
    identity: kind === undefined ? undefined : kind === '' ? null : named,
    period: number('period'),
    digits: number('digits'),
    // The vault checks it: it may hold anything by then.
    algorithm: text('algorithm') as Algorithm | undefined,
  };
}
