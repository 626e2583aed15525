import { type Setting, settingId } from '#shared/records/setting.ts';
import type { Shift, Swap } from '#shared/records/shift.ts';
import { availabilityId, quarterOfWeek } from '#shared/rota/input.ts';
import { isBranch, read } from './patch.ts';
import { type Change, type OfficeState, recordKey, type Stored, storedAt } from './state.ts';

/** How what is still to be loaded is asked for: a record by its key, the places of a week, the interests of somebody. */
export type Asking = {
  record: (key: string) => Stored | undefined;
  placesIn: (week: string) => void;
  interestsOf: (person: string) => void;
};

/**
 * Asks for all that deciding about places of the rota needs: the place, its suite, who goes and what they declared and
 * said of that week, and the other places of it. Of a draft that stays one nothing is asked: nobody stands in it yet.
 */
export const askForPlaces = (state: OfficeState, coming: readonly Change[], ask: Asking): void => {
  for (const change of coming) {
    if (change.type === 'shift') askForPlace(state, coming, change.record, ask);
    if (change.type === 'swap') {
      const swap = ask.record(recordKey('swap', change.record))?.document as Swap | undefined;
      const asked = [swap, ...wanted(coming, 'swap', change.record)];
      const places = [...texts(asked, 'gives'), ...texts(asked, 'takes')];
      for (const id of places) ask.record(recordKey('shift', id));
      for (const id of places) askForPlace(state, coming, id, ask, people(state, coming, places));
    }
  }
};

/** What comes as a whole record, or field by field, of one record. */
const wanted = (coming: readonly Change[], type: string, id: string): unknown[] =>
  coming
    .filter((change) => change.type === type && change.record === id)
    .flatMap(({ patch }) =>
      patch.map(({ path, now }) =>
        path.length === 0 ? now : path.length === 1 ? { [path[0] as string]: now } : {},
      ),
    );

const texts = (documents: readonly unknown[], field: string): string[] => [
  ...new Set(
    documents
      .map((one) => (isBranch(one) ? read(one, [field]) : undefined))
      .filter((t) => typeof t === 'string'),
  ),
];

const versions = (state: OfficeState, coming: readonly Change[], id: string): unknown[] => [
  storedAt(state, recordKey('shift', id))?.document,
  ...wanted(coming, 'shift', id),
];

const people = (state: OfficeState, coming: readonly Change[], places: readonly string[]): string[] =>
  places.flatMap((id) =>
    ['first', 'second', 'trainee'].flatMap((field) => texts(versions(state, coming, id), field)),
  );

const askForPlace = (
  state: OfficeState,
  coming: readonly Change[],
  id: string,
  ask: Asking,
  goers?: readonly string[],
): void => {
  ask.record(recordKey('shift', id));
  const all = versions(state, coming, id);
  for (const suite of texts(all, 'suite')) ask.record(recordKey('suite', suite));
  const isShown = all.some((one) => isBranch(one) && ((one as Partial<Shift>).events?.length ?? 0) > 0);
  const moves = coming.some(
    (c) => c.type === 'shift' && c.record === id && c.patch.some(({ path }) => path[0] === 'events'),
  );
  if (!isShown && !moves) return;
  const setting = ask.record(recordKey('setting', settingId(state.office)))?.document as Setting | undefined;
  const weeks = texts(all, 'week');
  for (const week of weeks) ask.placesIn(week);
  for (const person of goers ?? people(state, coming, [id])) {
    ask.record(recordKey('person', person));
    ask.interestsOf(person);
    if (setting)
      for (const week of weeks) {
        const quarter = quarterOfWeek(week, setting.yearBegins);
        ask.record(recordKey('availability', availabilityId(state.office, person, quarter)));
      }
  }
};
