/** A call that the tool does not understand; its message says how it is meant. */
export class UsageError extends Error {}

/** Something that the tool understood and could not do; its message says why. */
export class RefusedError extends Error {}
