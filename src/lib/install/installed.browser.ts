/** Whether the site was opened from the Home Screen or as an app. */
export function isInstalled(): boolean {
  const { standalone } = navigator as { standalone?: boolean };
  return standalone === true || matchMedia('(display-mode: standalone)').matches;
}

/**
 * Whether the browser deletes what a site stored when it is not visited for seven days of
 * use, https://webkit.org/tracking-prevention/ which exempts web apps in effect. Every
 * browser on iOS is WebKit.
 */
export function deletesAfterSevenDays(): boolean {
  return /apple/i.test(navigator.vendor) && !isInstalled();
}
