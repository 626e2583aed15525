import { type ContactState, type Detainee, metAs } from '#shared/records/detainee.ts';
import type { Visit } from '#shared/records/visit.ts';
import type { Question } from './definition.ts';
import { type ItemSubject, lists, type Scope, within } from './scope.ts';

const kinds = { detainee: 'Detainee', matter: 'Matter', call: 'Call' } as const satisfies Record<
  ItemSubject,
  string
>;

/** Where a detainee stands in the count ladder, as people say it of one person. */
export const contactWords: Record<ContactState, string> = {
  accepted: 'Spoken to',
  declined: 'Declined to talk',
  notAvailable: 'Not available to be seen',
  notOffered: 'Not offered a conversation',
};

/** How a detainee was met, in words: the state, why, and what else was done. */
export const contactText = (d: Pick<Detainee, 'seen'>): string => {
  const met = metAs(d);
  const state = met.state ? contactWords[met.state] : 'How they were met is not filled in';
  return [
    met.reason ? `${state} (${met.reason})` : state,
    met.observed && 'observed only',
    met.record && 'custody record checked',
  ]
    .filter(Boolean)
    .join(', ');
};

/** What stands on every paper that holds custody numbers. */
export const confidential = 'Confidential: contains custody record numbers';

/** What a detainee is called: the custody number alone, never a name. */
export const detaineeTitle = ({ custodyNumber }: Pick<Detainee, 'custodyNumber'>, place?: number): string => {
  if (custodyNumber) return `Detainee ${custodyNumber}`;
  return place === undefined ? 'A detainee' : `Detainee ${place} of the list, no number yet`;
};

/** What an item of a report is called among its kind: a detainee by custody number, others by their place. */
export const itemTitle = (of: ItemSubject, visit: Visit, id: string): string => {
  const standing = (visit[lists[of]] ?? []).filter((item) => item.removed === undefined || item.id === id);
  const at = standing.findIndex((item) => item.id === id);
  if (at < 0) return `${kinds[of]} no longer in the report`;
  return of === 'detainee' ? detaineeTitle(standing[at] as Detainee, at + 1) : `${kinds[of]} ${at + 1}`;
};

/** Answers for the office alone also in the first version of the form, which could not say of any answer whose it is. */
const alwaysOffice: readonly string[] = ['illTreatment', 'illTreatmentWords'];

/** Whether an answer is for the office alone unless the visitors say otherwise. */
export const isForOffice = (q: Pick<Question, 'id' | 'sharing'>): boolean =>
  q.sharing === 'office' || alwaysOffice.includes(q.id);

/**
 * Whether custody may read the answer to a question: as the visitors said for this one answer, else as the form says
 * (Code of Practice 2013: no reprisals).
 */
export const isShared = (q: Question, scope: Scope): boolean =>
  (within(scope, ['shared', q.id]) as boolean | undefined) ?? !isForOffice(q);
