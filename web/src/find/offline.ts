/** An answer of the server that was kept on the device. */
export interface KeptAnswer {
  readonly json: unknown;
  /** When it was given, milliseconds since 1970. */
  readonly at: number;
}

/**
 * Keeps answers for when the network is away. What is kept stays on the device and says where
 * somebody was: an implementation that outlives the page has to be one the visitor can empty.
 */
export interface OfflineStore {
  keepAnswer(key: string, json: unknown): Promise<void>;
  lastAnswer(key: string): Promise<KeptAnswer | null>;
}

/** Forgets everything when the page is closed. */
export function memoryStore(now: () => number = Date.now): OfflineStore {
  const kept = new Map<string, KeptAnswer>();
  return {
    keepAnswer: async (key, json) => {
      kept.set(key, { json, at: now() });
    },
    lastAnswer: async (key) => kept.get(key) ?? null,
  };
}
