/** A CommonJS default export: some loaders hand over the export itself, others the module around it. */
export function defaultOf<T extends object>(imported: T): T {
  return 'default' in imported ? (imported.default as T) : imported;
}
