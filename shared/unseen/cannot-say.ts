import { count } from '#shared/numbers.ts';
import { dayWords } from '#shared/times.ts';

/** What the numbers rest on, and what they leave out. */
export type Blanks = {
  from: string;
  visits: number;
  /** Visits that did not come about, and those made by telephone or video. */
  notMade: number;
  remote: number;
  /** Of the visits looked at: without an hour of arrival, and without the age and sex of all who were spoken to. */
  withoutHour: number;
  withoutSplit: number;
  /** Suites that are open and have no figure of the force. */
  withoutThroughput: readonly string[];
};

const some = (number: number, one: string, many: string) => `${count(number)} ${number === 1 ? one : many}`;

/** What the sentences cannot say, in sentences of their own: what is not known is never passed over. */
export const cannotSay = (blanks: Blanks): string[] => [
  `Visits since ${dayWords(blanks.from)} were looked at: ${some(blanks.visits, 'visit', 'visits')} that took place in person and that the office has received. What was before is not looked at, and a report that is not in yet is not known.`,
  ...(blanks.notMade > 0
    ? [
        `${some(blanks.notMade, 'visit', 'visits')} that did not come about saw nothing and count as nothing seen.`,
      ]
    : []),
  ...(blanks.remote > 0
    ? [
        `${some(blanks.remote, 'visit', 'visits')} by telephone or video are left out: nobody was at the suite.`,
      ]
    : []),
  ...(blanks.withoutHour > 0
    ? [`${some(blanks.withoutHour, 'visit has', 'visits have')} no time of arrival and stand in no hours.`]
    : []),
  'A visit stands in the hours in which its visitors arrived, however long they stayed.',
  ...(blanks.withoutSplit > 0
    ? [
        `${some(blanks.withoutSplit, 'report does', 'reports do')} not say the age and sex of everybody who was spoken to: children or women may be among them.`,
      ]
    : []),
  'Nobody can be seen who was not there: an empty suite, or one without a child or a woman that day, looks the same here.',
  'The force’s figures are of whole months. They say nothing of hours, and a person detained for an hour counts as much as one detained for a day.',
  ...(blanks.withoutThroughput.length > 0
    ? [`The force has given no figure for ${blanks.withoutThroughput.join(', ')}.`]
    : []),
];
