import { markId } from '#shared/cases/mark.ts';
import { mergedWith } from '#shared/contacts/merge.ts';
import type { CaseOpening } from '#shared/records/case-file.ts';
import type { Claim } from '#shared/records/claim.ts';
import { type Concern, type ConcernNote, isOpenConcern } from '#shared/records/concern.ts';
import type { Contact, ReviewNote } from '#shared/records/contact.ts';
import type { Letter } from '#shared/records/letter.ts';
import type { Recommendation } from '#shared/records/recommendation.ts';
import type { RecordCheck } from '#shared/records/record-check.ts';
import { goersOf, type Shift, type Swap } from '#shared/records/shift.ts';
import type { HubRead } from '../port.ts';

/** A record by its type, its id, and what people call it. */
export type Named = { type: string; id: string; name: string };

/** What says the words of a record elsewhere: still open, so that it stays; destroyed with it; or left as it is. */
export type Along = { open: Named[]; goes: Named[]; stays: Named[] };

/**
 * What a record's words stand in besides. A concern says what its report said, so it goes with the report, with what the
 * office noted of it and with the letters that are about nothing else; one that is still open is owed to somebody and is
 * ended first. A letter that is also about something else stays, and so does what is of another record's making: the certificate
 * names them, and claims for it, which were paid.
 */
export const goesAlong = async (s: HubRead, type: string, id: string): Promise<Along> => {
  if (type === 'review') return withReview(s, id);
  if (type === 'person') return withPerson(s, id);
  if (type === 'caseFile') return withCase(s, id);
  if (type === 'contact') return withContact(s, id);
  if (type !== 'visit' && type !== 'concern') return { open: [], goes: [], stays: [] };
  const all = (await s.documents('concern')) as Concern[];
  const concerns = all.filter((one) =>
    type === 'concern' ? one.id === id : one.from.kind === 'visit' && one.from.record === id,
  );
  const gone = new Set(concerns.map((one) => one.id));
  const raised = type === 'concern' ? [] : concerns;
  const notes = ((await s.documents('concernNote')) as ConcernNote[]).filter((one) => gone.has(one.concern));
  const letters = ((await s.documents('letter')) as Letter[]).filter(({ about }) =>
    about.some((one) => gone.has(one.id)),
  );
  const isAboutThemAlone = ({ about }: Letter) => about.every((one) => gone.has(one.id));
  const checks = ((await s.documents('recordCheck')) as RecordCheck[]).filter((one) => one.visit === id);
  return {
    open: raised.filter(isOpenConcern).map(concernNamed),
    goes: [
      ...raised.map(concernNamed),
      ...notes.map((one) => ({ type: 'concernNote', id: one.id, name: `note of ${one.at}` })),
      ...letters.filter(isAboutThemAlone).map(letterNamed),
    ],
    stays: [
      ...letters.filter((one) => !isAboutThemAlone(one)).map(letterNamed),
      ...all
        .filter((one) => !gone.has(one.id) && one.found.some(({ visit }) => visit === id))
        .map((one) => ({ ...concernNamed(one), name: `what it found of ${nameOf(one)}` })),
      ...checks.map((one) => ({
        type: 'recordCheck',
        id: one.id,
        name: `record check ${one.reference ?? one.id}`,
      })),
      ...(await claimsOf(s, (one) => type === 'visit' && one.lines.some((line) => line.for.id === id))),
    ],
  };
};

/**
 * What somebody said of themselves, and what the office kept of them, goes with them. What they did stays with what it
 * is part of: the places of the rota in which they stood, exchanges, and claims, which were paid.
 */
const withPerson = async (s: HubRead, id: string): Promise<Along> => {
  const own = async (type: string, name: string): Promise<Named[]> =>
    ((await s.documents(type)) as { id: string; person: string }[])
      .filter(({ person }) => person === id)
      .map((one) => ({ type, id: one.id, name: `${name} of ${id}` }));
  const places = ((await s.documents('shift')) as Shift[]).filter((one) => goersOf(one).includes(id));
  const swaps = ((await s.documents('swap')) as Swap[]).filter((one) => [one.by, one.with].includes(id));
  return {
    open: [],
    goes: [
      ...(await own('personContact', 'contact')),
      ...(await own('personFile', 'file')),
      ...(await own('interest', 'declared interest')),
      ...(await own('availability', 'availability')),
    ],
    stays: [
      ...places.map((one) => ({ type: 'shift', id: one.id, name: `place of the rota, week of ${one.week}` })),
      ...swaps.map((one) => ({ type: 'swap', id: one.id, name: `exchange of places ${one.id}` })),
      ...(await claimsOf(s, ({ person }) => person === id)),
    ],
  };
};

const claimsOf = async (s: HubRead, isMeant: (claim: Claim) => boolean): Promise<Named[]> =>
  ((await s.documents('claim')) as Claim[])
    .filter(isMeant)
    .map((one) => ({ type: 'claim', id: one.id, name: `claim ${one.reference ?? one.id}` }));

/** What was noted of a review, recommended in it and written about it says its words again, and goes with it. */
const withReview = async (s: HubRead, id: string): Promise<Along> => {
  const notes = ((await s.documents('reviewNote')) as ReviewNote[]).filter(({ review }) => review === id);
  const made = ((await s.documents('recommendation')) as Recommendation[]).filter(
    ({ review }) => review === id,
  );
  const letters = ((await s.documents('letter')) as Letter[]).filter(({ about }) =>
    about.some((one) => one.id === id),
  );
  return {
    open: [],
    goes: [
      ...notes.map((one) => ({ type: 'reviewNote', id: one.id, name: `note of ${one.on}` })),
      ...letters.map(letterNamed),
      ...made.map((one) => ({
        type: 'recommendation',
        id: one.id,
        name: `recommendation of ${one.madeOn}`,
      })),
    ],
    stays: [],
  };
};

/** That a case was opened says who worked on what, and goes with it, as does the mark it is counted by. What is linked to it names it and says nothing of it. */
const withCase = async (s: HubRead, id: string): Promise<Along> => {
  const opened = ((await s.documents('caseOpening')) as CaseOpening[]).filter((one) => one.case === id);
  const mark = await s.document('caseMark', markId(id));
  return {
    open: [],
    goes: [
      ...opened.map((one) => ({ type: 'caseOpening', id: one.id, name: `opening of ${one.on}` })),
      ...(mark ? [{ type: 'caseMark', id: mark.id, name: `mark ${mark.id}` }] : []),
    ],
    stays: [],
  };
};

/** Whoever turned out to be the same person goes with them. */
const withContact = async (s: HubRead, id: string): Promise<Along> => {
  const same = mergedWith((await s.documents('contact')) as Contact[], id);
  return {
    open: [],
    goes: same.map((one) => ({ type: 'contact', id: one.id, name: `merged entry ${one.id}` })),
    stays: [],
  };
};

const nameOf = ({ id, reference }: Concern): string => `concern ${reference ?? id}`;
const concernNamed = (one: Concern): Named => ({ type: 'concern', id: one.id, name: nameOf(one) });
const letterNamed = ({ id, on }: Letter): Named => ({ type: 'letter', id, name: `letter of ${on}, ${id}` });
