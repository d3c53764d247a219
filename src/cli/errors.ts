/** A call that the tool does not understand (exit status 2); its message says how it is meant. */
export class UsageError extends Error {}

/** Something that the tool understood and could not do (exit status 1); its message says why. */
export class RefusedError extends Error {}
