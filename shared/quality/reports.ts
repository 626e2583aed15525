import { count, percent, quantile } from '#shared/numbers.ts';
import type { LifeEvent } from '#shared/records/common.ts';
import { addDays, britishDayOf, daysBetween } from '#shared/times.ts';
import { type Counted, type CountedFact, factTitles, howMany } from './facts.ts';

/** A report of the period, with what its life tells. */
export type ReportOf = {
  id: string;
  title: string;
  date: string;
  /** Hour of arrival, 0 to 23. */
  hour: number | null;
  arrived: string | null;
  left: string | null;
  events: readonly LifeEvent[];
};

const counted = (report: ReportOf, part: string, words: string): Counted => ({
  part,
  type: 'visit',
  id: report.id,
  date: report.date,
  title: report.title,
  words,
});

/** What an import brought says nothing of when it was written or read. */
const ownEvents = ({ events }: ReportOf): LifeEvent[] => events.filter(({ by }) => by !== 'import');
const dayOf = (report: ReportOf, to: readonly string[], after = ''): string | undefined => {
  const at = ownEvents(report).find((event) => to.includes(event.to) && event.at >= after)?.at;
  return at && britishDayOf(at);
};

const bands = [
  ['06:00 to 12:00', 6],
  ['12:00 to 18:00', 12],
  ['18:00 to 22:00', 18],
  ['22:00 to 06:00', 22],
] as const;
const noHour = 'No time of arrival';

const bandOf = (hour: number | null): string =>
  hour === null ? noHour : (bands.findLast(([, from]) => hour >= from) ?? bands[3])[0];

/** So many visits, in words. */
export const visits = (number: number) => `${count(number)} ${number === 1 ? 'visit' : 'visits'}`;

/** Visits by the hours in which their visitors arrived. */
export const hoursFact = (reports: readonly ReportOf[]): CountedFact => {
  const records = reports.map((one) => counted(one, bandOf(one.hour), one.arrived ?? 'Not recorded'));
  const parts = [...bands.map(([name]) => name), noHour];
  const empty = bands.map(([name]) => name).filter((name) => howMany(records, name) === 0);
  const night = howMany(records, bands[3][0]);
  return {
    id: 'visits.hours',
    title: factTitles['visits.hours'],
    definition: 'Visits begun in the period, by the hours in which the visitors arrived at the station.',
    proven: reports.some(({ hour }) => hour !== null),
    sentence:
      empty.length === 0
        ? `Visits were made in all hours of the day; ${percent(night, records.length)} of them (${count(night)} of ${count(records.length)}) between 22:00 and 06:00.`
        : `No visit was made in the hours ${empty.join(' and ')}.`,
    parts,
    records,
  };
};

const onTheDay = 'On the day';
const later = 'Later';
const notKnown = 'Not known';

/** A visit past midnight ends on the day after: a report submitted then is submitted on the day. */
const lastDayOf = ({ date, arrived, left }: ReportOf): string =>
  arrived !== null && left !== null && left < arrived ? addDays(date, 1) : date;

/** Reports that were submitted on the day of their visit, by British time. */
export const sameDayFact = (reports: readonly ReportOf[]): CountedFact => {
  const records = reports.map((one) => {
    const day = dayOf(one, ['ready']) ?? dayOf(one, ['received']);
    if (day === undefined) return counted(one, notKnown, 'Brought in from elsewhere');
    const days = daysBetween(one.date, day);
    const words = days <= 0 ? 'The same day' : `${count(days)} ${days === 1 ? 'day' : 'days'} later`;
    return counted(one, day <= lastDayOf(one) ? onTheDay : later, words);
  });
  const [same, all] = [howMany(records, onTheDay), howMany(records, onTheDay) + howMany(records, later)];
  return {
    id: 'reports.sameDay',
    title: factTitles['reports.sameDay'],
    definition:
      'Reports of visits begun in the period that their visitors called ready on the day of the visit, or on the day after it where they left after midnight. What an import brought is not known.',
    proven: all > 0,
    sentence: `${count(same)} of ${count(all)} reports (${percent(same, all)}) were submitted on the day of the visit.`,
    parts: [onTheDay, later, notKnown],
    records,
  };
};

const readPart = 'Read';
const unread = 'Not read yet';

/** How many days the office took to read what it received. */
export const readFact = (reports: readonly ReportOf[]): CountedFact => {
  const waits: number[] = [];
  const records = reports.map((one) => {
    const received = ownEvents(one).find(({ to }) => to === 'received')?.at;
    if (!received) return counted(one, notKnown, 'Brought in from elsewhere');
    const day = dayOf(one, ['read', 'queried', 'accepted'], received);
    if (!day) return counted(one, unread, `Received ${britishDayOf(received)}`);
    const days = daysBetween(britishDayOf(received), day);
    waits.push(days);
    return counted(
      one,
      readPart,
      days === 0 ? 'The same day' : `After ${count(days)} ${days === 1 ? 'day' : 'days'}`,
    );
  });
  const waiting = howMany(records, unread);
  const days = (at: number) => {
    const value = quantile(waits, at) ?? 0;
    if (value === 0) return 'on the day they came';
    return `within ${count(value)} ${value === 1 ? 'day' : 'days'}`;
  };
  const readWords =
    waits.length > 0
      ? `The office read ${count(waits.length)} reports, half of them ${days(0.5)} and all ${days(1)}`
      : 'The office has read no report';
  return {
    id: 'reports.read',
    title: factTitles['reports.read'],
    definition:
      'Calendar days from the day on which the office received a report to that on which somebody there read it, asked about it or accepted it; over visits begun in the period.',
    proven: waits.length + waiting > 0,
    sentence: `${readWords}; ${waiting === 0 ? 'none waits to be read' : `${count(waiting)} ${waiting === 1 ? 'waits' : 'wait'} to be read`}.`,
    parts: [readPart, unread, notKnown],
    records,
  };
};

const withWords = 'Accepted with words';
const without = 'Accepted without words';
const open = 'Not accepted yet';

/** Reports whose visitors were written to when they were accepted. */
export const feedbackFact = (reports: readonly ReportOf[]): CountedFact => {
  const records = reports
    .filter((one) => ownEvents(one).length > 0)
    .map((one) => {
      const accepted = ownEvents(one).findLast(({ to }) => to === 'accepted');
      if (!accepted) return counted(one, open, '');
      return counted(one, accepted.why?.trim() ? withWords : without, britishDayOf(accepted.at));
    });
  const [told, all] = [howMany(records, withWords), records.length];
  return {
    id: 'feedback',
    title: factTitles.feedback,
    definition:
      'Reports of visits begun in the period that the office accepted with words to their visitors: thanks, or what came of it. Visitors also see what became of each concern they raised.',
    proven: all > 0,
    sentence: `The visitors of ${count(told)} of ${count(all)} reports (${percent(told, all)}) had words back from the office when it accepted them.`,
    parts: [withWords, without, open],
    records,
  };
};

/** How visits were spread over the days of the week, from their numbers from Monday to Sunday. */
export const daysSentence = (days: readonly (readonly [day: string, visits: number])[]): string => {
  const none = days.filter(([, number]) => number === 0).map(([day]) => day);
  if (none.length === days.length) return 'No visit was made.';
  if (none.length > 0) return `No visit was made on a ${none.join(' or ')}.`;
  const numbers = days.map(([, number]) => number);
  const on = (number: number) => {
    const own = days.filter(([, other]) => other === number).map(([day]) => day);
    return `${own.join(' and ')} (${visits(number)}${own.length > 1 ? ' each' : ''})`;
  };
  return `Visits were made on every day of the week: the fewest on ${on(Math.min(...numbers))}, the most on ${on(Math.max(...numbers))}.`;
};
