import type { Sources } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import { fail, type Result } from '#shared/result.ts';
import type { Message, MessageName, RefusalTag, Reply } from '#shared/sync/wire.ts';
import type { Device, HubStore } from '../port.ts';
import type { Metrics } from './metrics.ts';
import type { Packed, PageCache } from './pages.ts';

/** What answering needs beside the question: where everything is kept, and the clock and randomness of this process. */
export type Work = { store: HubStore; sources: Sources; metrics: Metrics; pages: PageCache };

/** Who asks, as the office knows them at this moment. */
export type Caller = {
  device: Device;
  person: Person;
  /** The audience keys they hold now; none for someone who has left. */
  keys: string[];
  /** The hash of the token they came with. */
  token: string;
};

/** The proof that came with a request, for whoever has to check it against a key that the hub does not know yet. */
export type Proof = { isBy(key: string): boolean };

export type Answered<N extends MessageName> = Promise<Result<Reply<N> | Packed, RefusalTag>>;
export type Answers<N extends MessageName, Asking> = (
  work: Work,
  input: Message<N>,
  asking: Asking,
) => Answered<N>;

export const refused = (tag: RefusalTag) => fail(tag);
