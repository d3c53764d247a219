import '../../search/open.ts';
import { markActiveSection } from './active-section.ts';
import { addCodeCopying } from './copy-code.ts';
import { addLinkCopying } from './copy-link.ts';
import { addPartChoice } from './link-part.ts';
import { reportPart } from './report-part.ts';
import { addThemeSwitch } from './theme.ts';
import { whenIdle } from './when-idle.ts';

addThemeSwitch();
addLinkCopying();
addCodeCopying();
addPartChoice();
reportPart();
markActiveSection();
if (import.meta.env.PROD) {
  whenIdle(async () => {
    const { workOffline } = await import('./work-offline.ts');
    await workOffline();
  });
}
