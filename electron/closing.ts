/**
 * Closes the desk before the application ends. The end is held back until the workers have finished what they hold
 * and the file is closed; after the grace period the person is told why it takes so long, and nothing is broken off.
 */
export const makeClosing = (parts: {
  close(): Promise<void>;
  /** Milliseconds before the person is told. */
  grace: number;
  tell(): void;
  /** Asks the application to end once more, now that it may. */
  end(): void;
}): { begin(): Promise<void>; holdBack(event: { preventDefault(): void }): void } => {
  let closed = false;
  let ending = false;
  let closing: Promise<void> | undefined;

  const begin = (): Promise<void> => {
    closing ??= (async () => {
      const timer = setTimeout(() => parts.tell(), parts.grace);
      // What was called saved is safe even if closing fails, so that is no reason to stay open for ever.
      await parts.close().catch(() => undefined);
      clearTimeout(timer);
      closed = true;
    })();
    return closing;
  };

  return {
    begin,
    holdBack(event) {
      if (closed) return;
      event.preventDefault();
      if (ending) return;
      ending = true;
      void begin().then(() => parts.end());
    },
  };
};
