/** What a host tells the interface about the way to the application itself. */
export type HostSignals = {
  /** The link this page was opened with is used up, or the application was started again: only a new link helps. */
  ended(): void;
  /** The application answered, or it did not. */
  reached(answered: boolean): void;
};
