/**
 * Fills the step or question that the reader is at into a report of a mistake. Before it is
 * chosen, so that it is there too in another tab and in a copied address.
 */
export function reportPart(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-report]');
  const fill = (): void => {
    if (link === null) return;
    const url = new URL(link.href);
    const body = url.searchParams.get('body') ?? '';
    const page = link.dataset.report ?? '';
    url.searchParams.set('body', body.replace(/^Page: \S*/, `Page: ${page}${location.hash}`));
    link.href = url.href;
  };
  link?.addEventListener('pointerdown', fill);
  link?.addEventListener('focus', fill);
}
