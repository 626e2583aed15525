import { type Claim, claimId } from '#shared/records/claim.ts';
import { knownTo, type Person } from '#shared/records/person.ts';
import { personContactId, personFileId } from '#shared/records/person-file.ts';
import type { Availability } from '#shared/records/shift.ts';
import { availabilityId } from '#shared/rota/input.ts';
import { type Patch, read } from './patch.ts';
import { type OfficeState, recordKey, storedAt } from './state.ts';

/** What somebody says of themselves, and whoever runs their panel reads. */
const types: readonly string[] = ['personContact', 'interest', 'availability'];
export const isOfPerson = (type: string): boolean => types.includes(type);

export type OfPerson = { id: string; person: string; panel?: string | undefined };

/** Whose a record is, or shall be. */
export const peopleOf = (current: unknown, patch: Patch): string[] =>
  [
    read(current, ['person']),
    ...patch.map(({ path, now }) =>
      path.length === 0 ? read(now, ['person']) : path[0] === 'person' ? now : undefined,
    ),
  ].filter((one) => typeof one === 'string');

/**
 * What is said of somebody is with the panel that knows them, whatever its writer believed: nobody brings it to their
 * own panel, and of who only asks to join no panel hears.
 */
export const withPanelOfPerson = <D extends OfPerson>(state: OfficeState, document: D): D => {
  const person = storedAt(state, recordKey('person', document.person))?.document as Person | undefined;
  const panel = person && knownTo(person);
  if (!person || panel === document.panel) return document;
  const { panel: _, ...rest } = document;
  return { ...rest, ...(panel && { panel }) } as D;
};

const idOf: Record<string, (office: string, document: never) => string> = {
  personContact: (office, { person }: OfPerson) => personContactId(office, person),
  personFile: (office, { person }: OfPerson) => personFileId(office, person),
  availability: (office, { person, quarter }: Availability) => availabilityId(office, person, quarter),
  claim: (office, { person, month }: Claim) => claimId(office, person, month),
};

/** Whether a record of which there is one for each person has the id that is theirs: nobody writes in its place. */
export const isOfItsOwner = ({ office }: OfficeState, type: string, document: { id: string }): boolean =>
  idOf[type] === undefined || idOf[type](office, document as never) === document.id;
