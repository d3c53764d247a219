import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Where Linux distributions put their own Chromium. */
const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Playwright's own Chromium unless `$CHROMIUM` or the system has one; for its launch options. */
export function browserPath(): { executablePath?: string } {
  const found = [process.env.CHROMIUM, ...system].find((path) => path && existsSync(path));
  return found === undefined ? {} : { executablePath: found };
}

/** Whether there is a browser to test with. */
export function hasBrowser(): boolean {
  return existsSync(browserPath().executablePath ?? chromium.executablePath());
}

/** Debian's and others' Firefox, if there is one. */
export function firefoxPath(): string | undefined {
  return [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
    (path) => path && existsSync(path),
  );
}
