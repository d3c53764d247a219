import type { GuideData } from './schema.ts';

/** What the guide was held against at its last check, as it reads after "against the". */
export function checkedAgainst({ service, verifiedAgainst }: GuideData): string {
  return verifiedAgainst === 'documentation'
    ? `published ${service} documentation`
    : `${service} console itself`;
}

/** How far a source can be trusted, and what it was used for, as sentences. */
export function sourceDetails(source: GuideData['sources'][number]): string {
  const { confidence, published, note } = source;
  return [`Confidence: ${confidence}`, published && `Published: ${published}`, note]
    .filter((said) => said !== undefined)
    .map((said) => said.replace(/\.?$/, '.'))
    .join(' ');
}
