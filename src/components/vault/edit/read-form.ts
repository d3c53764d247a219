import type { Algorithm } from '../../../lib/otp/parameters.ts';
import type { Identity } from '../../../lib/vault/entry.ts';
import type { EntryEdit } from '../../../lib/vault/entry-edit.ts';

/** What the form for editing holds; fields that it does not show stay as they are. */
export function readForm(form: FormData): EntryEdit {
  const text = (name: string) => textOf(form, name);
  const number = (name: string): number | undefined => {
    const value = text(name);
    return value === undefined ? undefined : Number(value);
  };
  return {
    name: text('name'),
    issuer: text('issuer'),
    account: text('account'),
    note: text('note'),
    tags: text('tags')?.split(','),
    identity: readIdentity(form),
    period: number('period'),
    digits: number('digits'),
    // The vault checks it: it may hold anything by then.
    algorithm: text('algorithm') as Algorithm | undefined,
  };
}

/** What its fields say of the identity: none is `null`; undefined where they are not shown. */
export function readIdentity(form: FormData): Identity | null | undefined {
  const kind = textOf(form, 'identity-kind');
  if (kind === undefined) return undefined;
  return kind === '' ? null : { kind, name: textOf(form, 'identity-name') ?? '' };
}

function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === 'string' ? value : undefined;
}
