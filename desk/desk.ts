import type { Cost } from '#db/wrap.ts';
import type { HostEvent } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { Sources } from '#shared/ids.ts';
import type { Result } from '#shared/result.ts';

/**
 * The operating system's keychain, where there is a real one. Every part may fail: the store can always be opened
 * with the passphrase instead, and never stays without an encryption key because a keychain is missing.
 */
export type Keychain = {
  available(): Promise<boolean>;
  seal(text: string): Promise<Uint8Array>;
  open(sealed: Uint8Array): Promise<string>;
};

export type DeskOptions = {
  /** The folder that holds the stores: `--data`. */
  folder: string;
  /** The product's version, as shown under Help and in the store's status. */
  version: string;
  sources: Sources;
  keychain?: Keychain;
  /** What unlocking the stores made here costs; the usual where nobody says. */
  cost?: Cost | undefined;
  /** What an office is told this computer is called, so that people know one laptop from another; its own name else. */
  machine?: string;
  /** `asked`: sync runs only when somebody asks for it, as for one command; otherwise by itself while a store is open. */
  sync?: 'byItself' | 'asked';
  /** Told of a bug, with the reference its sentence gave the person: for --debug and for logs, never for people. */
  onBug?: (reference: string, error: unknown) => void;
};

/** The application on one person's computer, whichever host carries its messages. */
export type Desk = {
  /** Answers one call of the contract. Never throws: what goes wrong comes back as a failure. */
  call(name: string, input: unknown): Promise<Result<unknown, Failure>>;
  /** Hears of changes and of locking; gives back how to stop. */
  listen(listener: (event: HostEvent) => void): () => void;
  /** Lets the workers finish what they hold, closes the file and ends them. */
  close(): Promise<void>;
};
