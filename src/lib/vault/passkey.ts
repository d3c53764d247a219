/** What a slot keeps of its passkey; neither is secret. */
export interface PasskeyReference {
  readonly credential: Uint8Array<ArrayBuffer>;
  /** 32 bytes, the input of the PRF; random for each slot. */
  readonly prfSalt: Uint8Array<ArrayBuffer>;
}

/** A passkey with WebAuthn's PRF extension; `webAuthnPasskey()` is the browser's. */
export interface PasskeyAuthenticator {
  /**
   * Makes a passkey that only this site can use, and gives its id.
   *
   * @throws VaultError `passkey-unsupported` or `passkey-declined`
   */
  create(name: string): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Asks for one of the passkeys and gives the 32 bytes that its PRF makes of that
   * slot's salt, and which one it was. The caller wipes `output`.
   *
   * @throws VaultError `passkey-unsupported` or `passkey-declined`
   */
  evaluate(
    passkeys: readonly PasskeyReference[],
  ): Promise<{ credential: Uint8Array<ArrayBuffer>; output: Uint8Array<ArrayBuffer> }>;
}
