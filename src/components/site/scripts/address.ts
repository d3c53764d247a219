/** The public address of a part of this page: where links from elsewhere should lead. */
export function addressOf(hash: string): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  return `${canonical?.href ?? location.href.replace(/#.*/, '')}${hash}`;
}
