import { newRecordId } from '#renderer/editing/newRecordId.ts';
import type { escalatedTo } from '#shared/records/concern.ts';
import { type KeptLetter, useKeptLetter } from './useKeptLetter.ts';

/** A letter while it is written: what it is to be, its words once there are any, and what is said to be no name. */
export type LetterDraft = {
  id: string;
  about: string[];
  template: string;
  /** Null until somebody chooses. */
  addressee: (typeof escalatedTo)[number] | null;
  /** How they are addressed, as typed; null until somebody types it. */
  to: string | null;
  /** As typed; blank for the day that is worked out. */
  due: string;
  words: { subject: string; body: string; due: string } | null;
  notNames: string[];
};

const begun = (concern: string): LetterDraft => ({
  id: newRecordId(),
  about: [concern],
  template: '',
  addressee: null,
  to: null,
  due: '',
  words: null,
  notNames: [],
});

export type OpenLetter = KeptLetter<LetterDraft>;

/** The letter that is being written about a concern; null until it is read. */
export const useLetterDraft = (concern: string): OpenLetter | null =>
  useKeptLetter(concern, () => begun(concern));
