/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What the frontmatter of the entry being rendered declares; its page sets it first. */
    declarations: import('./lib/guides/declarations.ts').Declarations;
  }
}
