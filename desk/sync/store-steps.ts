import type { StoreWorker } from '../workers.ts';
import { type SyncStore, syncJob } from './port.ts';

/** A step of sync met what a full or broken disk does: no bug, and the next try may go better. */
export class StepFailure extends Error {
  readonly tag: string;
  constructor(tag: string) {
    super(`a step of sync could not be carried out: ${tag}`);
    this.tag = tag;
  }
}

/**
 * The steps of sync over the worker that writes: each is one of its jobs, behind what people do and before bulk work.
 * @param changed told which types a step changed
 */
export const storeSteps = (worker: StoreWorker, changed: (types: string[]) => void): SyncStore => {
  const step =
    (name: keyof SyncStore) =>
    async (...input: unknown[]) => {
      const { result, touched } = await worker.ask(syncJob(name), input, 'sync');
      if (!result.ok) throw new StepFailure(result.error.tag);
      changed(touched);
      return result.value as never;
    };
  return {
    membership: step('membership'),
    remember: step('remember'),
    number: step('number'),
    toPush: step('toPush'),
    answered: step('answered'),
    apply: step('apply'),
    digests: step('digests'),
    repair: step('repair'),
    toOffer: step('toOffer'),
    reincarnate: step('reincarnate'),
    sealedRest: step('sealedRest'),
    log: step('log'),
    counts: step('counts'),
    filesToSend: step('filesToSend'),
    filesToFetch: step('filesToFetch'),
    fileOf: step('fileOf'),
    pieceOf: step('pieceOf'),
    keepPiece: step('keepPiece'),
    replaceDamaged: step('replaceDamaged'),
    noteDamaged: step('noteDamaged'),
    fileSent: step('fileSent'),
  };
};
