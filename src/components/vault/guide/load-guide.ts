import type { EntryGuide, GuideIssuers } from '../../../lib/guides/entry-guide.ts';
import type { Entry } from '../../../lib/vault/entry.ts';

const loaded = new Map<string, Promise<unknown>>();

/**
 * The guide of an entry: the one that captured it, else the one whose service its issuer
 * is; undefined where there is none.
 *
 * @throws TypeError when the connection is gone, Error when the server does not answer
 */
export async function guideOf({ guide, otp }: Pick<Entry, 'guide' | 'otp'>) {
  const captured = guide === undefined ? undefined : await guideAt(guide);
  return captured ?? (await guideByIssuer(otp.issuer));
}

/** The slug of the guide whose service an issuer is; capitals do not matter. */
export function slugByIssuer(known: readonly GuideIssuers[], issuer: string): string | undefined {
  const wanted = issuer.toLowerCase();
  return known.find(({ issuers }) => issuers.some((each) => each.toLowerCase() === wanted))?.slug;
}

/**
 * The slug of the guide for an issuer, as it is on the server.
 *
 * @throws TypeError when the connection is gone, Error when the server does not answer
 */
export async function slugOf(issuer: string): Promise<string | undefined> {
  if (issuer === '') return undefined;
  return slugByIssuer((await load<GuideIssuers[]>('/issuers.json')) ?? [], issuer);
}

async function guideByIssuer(issuer: string): Promise<EntryGuide | undefined> {
  const slug = await slugOf(issuer);
  return slug === undefined ? undefined : guideAt(slug);
}

function guideAt(slug: string): Promise<EntryGuide | undefined> {
  return load(`/guides/${encodeURIComponent(slug)}.json`);
}

/** Each file once; one that failed is asked for again, one that is not there is undefined. */
function load<T>(address: string): Promise<T | undefined> {
  const known = loaded.get(address);
  if (known !== undefined) return known as Promise<T | undefined>;
  const loading = read<T>(address);
  loaded.set(address, loading);
  loading.catch(() => {
    loaded.delete(address);
  });
  return loading;
}

async function read<T>(address: string): Promise<T | undefined> {
  const answer = await fetch(address);
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T;
}
