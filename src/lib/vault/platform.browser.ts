/** What old engines, private modes and Node may lack, typed so that its absence is handled. */
interface Platform {
  readonly indexedDB?: IDBFactory | null;
  readonly crypto?: { readonly subtle?: SubtleCrypto };
  readonly BroadcastChannel?: typeof BroadcastChannel;
  readonly navigator?: {
    readonly locks?: LockManager;
    readonly storage?: Partial<StorageManager>;
  };
}

export const platform: Platform = globalThis;
