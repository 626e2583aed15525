type Locking = {
  /** The person asked for it: the page may first save what was just typed. */
  asked(): void;
  /** The screen was locked or the computer falls asleep: there is no time, and the page keeps what was typed. */
  atOnce(): void;
  /** The store told that it is locked. */
  done(): void;
};

/**
 * Locks the store from this side, where it also works when the page does not answer. A page that was asked gets a
 * while for it; after that the store is locked without it.
 */
export const makeLocking = (parts: { askPage(): void; lock(): void; patience: number }): Locking => {
  let timer: NodeJS.Timeout | undefined;
  const done = () => clearTimeout(timer);
  return {
    asked() {
      done();
      parts.askPage();
      timer = setTimeout(() => parts.lock(), parts.patience);
    },
    atOnce: () => parts.lock(),
    done,
  };
};
