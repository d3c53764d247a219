// @ts-check
import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { afterBuild } from './scripts/after-build.ts';
import { contentStore } from './scripts/content-store.ts';
import { listedInSitemap, withLastChange } from './scripts/sitemap.ts';
import { leanImports } from './scripts/lean-imports.ts';
import { plainJsx } from './scripts/plain-jsx.ts';

/** What both islands start with: their renderer, and how they follow the vault. */
const island =
  /node_modules\/preact\/|components\/(vault\/useVault|codes\/useLazy|capture\/useWholePage|island\/start)\.ts$|lib\/vault\/tags\.ts$/;

/** What opening the vault takes; ways to unlock it, backups and history load later. */
const eagerVault = new RegExp(
  'lib/vault/((header|slot|records|seal|errors|checks|identity|walk|data-key|kept-entry)|' +
    '(entry-(bytes|rules))|(platform|store|connection|transactions|session|signals|exclusive|' +
    'vault|new-vault|storage-error|persistence|device-slot)\\.browser)\\.ts$',
);

/** What the scripts of all pages share. */
const page =
  /preload-helper|rolldown\/runtime|components\/site\/(scripts\/(words|single-keys)|shown)\.ts$/;

/** How entries and codes are shown, which their list asks for and other parts after it. */
const codeSettings =
  /components\/vault\/(codes\/(copied-code|useCodeSettings|duration)|usePreference|entry-text)\.ts$|lib\/vault\/(code-settings(\.browser)?|preferences\.browser)\.ts$/;

/** Reading links and keys. */
const linkReader = /lib\/otp\/(base32|text|parse|link|label|fields|notes|other|refused)\.ts$/;

/** Making codes and showing them, which the companion and the authenticator share. */
const codes =
  /lib\/otp\/(codes|pair)\.ts$|node_modules\/(otpauth|@noble\/hashes)\/|components\/codes\/(Code|CopyButton|Countdown|copying|group|words|on-top|useNow|useOnTop)\.tsx?$/;

/** What every capture takes once it has something to judge. */
const judging =
  /components\/capture\/(verdict|capture-words)\.ts$|components\/capture\/Taken\.tsx$/;

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://2faa.example',
  trailingSlash: 'always',
  // 'jsx' drops the space that a line break between inline elements stands for.
  compressHTML: true,
  // Several at a time: with one, a build of many pages mostly waits for the disk.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  // Shiki colors with inline styles, which our policy forbids.
  markdown: { syntaxHighlight: false },
  integrations: [
    mdx(),
    preact(),
    sitemap({ filter: listedInSitemap, serialize: withLastChange }),
    contentStore(),
    afterBuild(),
  ],
  devToolbar: { enabled: false },
  vite: {
    // A script in the page would need its hash in every policy, and be sent with every page.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          // What loads together anyway compresses better as one file than as six.
          codeSplitting: {
            groups: [
              { name: 'page', test: page, priority: 2 },
              {
                name: 'island',
                test: new RegExp(`${island.source}|${eagerVault.source}`),
                priority: 1,
              },
              { name: 'code-settings', test: codeSettings },
              { name: 'link-reader', test: linkReader },
              { name: 'codes', test: codes },
              { name: 'judging', test: judging },
              // Counted with the decoder and the camera, whose failures it names.
              { name: 'scan-errors', test: /lib\/scan\/errors\.ts$/ },
            ],
          },
        },
      },
    },
    plugins: [leanImports(), plainJsx()],
    worker: {
      format: 'es',
      rolldownOptions: {
        output: {
          // Folders of their own, for headers of their own: see scripts/headers.ts.
          entryFileNames: ({ name }) =>
            `_astro/${name === 'kdf.worker' ? 'kdf' : 'workers'}/[name]-[hash].js`,
        },
      },
    },
    // Node can load the reader's CommonJS files only, which the source names; in a
    // bundle the same files as ES modules take 4 kB less.
    resolve: {
      alias: [{ find: /^@zxing\/library\/cjs\//, replacement: '@zxing/library/es2015/' }],
    },
  },
});
