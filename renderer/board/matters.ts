import type { BoardMatter } from '#shared/calls/board.ts';

/** Where a matter stands on the board. */
export const boardParts = ['now', 'late', 'yours', 'theirs', 'soon', 'new', 'laptop'] as const;
export type BoardPart = (typeof boardParts)[number];

export const partTitles: Readonly<Record<BoardPart, string>> = {
  now: 'At once',
  late: 'Late',
  yours: 'Waits for the office',
  theirs: 'Waits for others',
  soon: 'Due soon',
  new: 'Came in during the last seven days',
  laptop: 'This laptop and the office',
};

export type Span = { from: string; to: string };

/** What a number of the board is called, what somebody new to the job does about it, and the list behind it. */
export type Matter = {
  part: BoardPart;
  title: string;
  what: string;
  /** What its day is: since when the oldest waits, unless it says by when the first is due, or names a week or a month. */
  day?: 'due' | 'week' | 'month';
  /** The address of the list, for all suites or for one. */
  list: (suite: string | undefined, span: Span) => string;
};

const of = (base: string) => (suite: string | undefined) => (suite ? `${base}&suite=${suite}` : base);
const always = (address: string) => () => address;

/** Every matter of the board, in the order in which it is looked at within its part. */
export const matters: Readonly<Record<BoardMatter, Matter>> = {
  untold: {
    part: 'now',
    title: 'Urgent matters of which nobody is known to have been told',
    what: 'Ring the custody inspector, or the next rank if it concerns them, and write down whom you told and when.',
    list: always('/concerns/immediate'),
  },
  urgent: {
    part: 'now',
    title: 'Urgent matters that somebody was told of, still open',
    what: 'Ask what has been done, and follow each until it is settled.',
    list: always('/concerns/immediate'),
  },
  lateAnswers: {
    part: 'late',
    day: 'due',
    title: 'Answers that the police owe',
    what: 'Write again, to the Head of Custody where the inspector is silent.',
    list: of('/concerns?show=late'),
  },
  silentSheets: {
    part: 'late',
    day: 'due',
    title: 'Monthly sheets that have not come back whole',
    what: 'Ask the suite for its sheet; what comes back is dropped in there.',
    list: always('/concerns/sheets'),
  },
  latePlanItems: {
    part: 'late',
    day: 'due',
    title: 'Recommendations whose day has passed',
    what: 'Ask their owner where they stand and write down what they say.',
    list: always('/plans'),
  },
  weeksWithout: {
    part: 'late',
    day: 'week',
    title: 'Planned weeks that passed without a report',
    what: 'Ask the pair for their report; where no visit was made, open the place of the rota and say why.',
    list: always('/rota/without'),
  },
  longDrafts: {
    part: 'late',
    title: 'Reports that have been written on for more than a week',
    what: 'Ask whoever holds the draft to finish it, or hand it to the other visitor.',
    list: always('/visits/out'),
  },
  lateActions: {
    part: 'late',
    day: 'due',
    title: 'Actions of meetings whose day has passed',
    what: 'Ask whoever took each on, and write down what came of it.',
    list: always('/sessions/actions'),
  },
  expired: {
    part: 'late',
    day: 'due',
    title: 'Visitors whose vetting has run out',
    what: 'They do not visit until it is renewed: keep them off the rota and ask for the renewal.',
    list: always('/people/standing'),
  },
  unread: {
    part: 'yours',
    title: 'Reports not read yet',
    what: 'Read each through, then accept it with thanks or send a query.',
    list: of('/visits?show=unread'),
  },
  answeredQueries: {
    part: 'yours',
    title: 'Answers to queries',
    what: 'Read what the visitors answered, then accept the report or ask again.',
    list: of('/visits?show=answered'),
  },
  fresh: {
    part: 'yours',
    title: 'Concerns that nobody has taken on',
    what: 'Open each and take it on, or say that it has been dealt with.',
    list: of('/concerns?show=raised'),
  },
  withCoordinator: {
    part: 'yours',
    title: 'Concerns with the coordinator',
    what: 'Decide on each: write to the police, or close it and say why.',
    list: of('/concerns?show=coordinator'),
  },
  answered: {
    part: 'yours',
    title: 'Concerns the police have answered',
    what: 'Read the answer; the next visit checks it, or close it where nothing is left to check.',
    list: of('/concerns?show=answered'),
  },
  checked: {
    part: 'yours',
    title: 'Concerns that visitors found put right',
    what: 'Close each and say why, so that those who raised it see it closed.',
    list: of('/concerns?show=checked'),
  },
  checkDrafts: {
    part: 'yours',
    title: 'Record checks begun and not done',
    what: 'Finish each, or put it aside.',
    list: of('/checks?show=draft'),
  },
  claimsWaiting: {
    part: 'yours',
    day: 'month',
    title: 'Claims that wait to be decided',
    what: 'Look at each line, then approve the claim or give it back with a reason.',
    list: always('/claims'),
  },
  awaited: {
    part: 'theirs',
    day: 'due',
    title: 'Concerns that await an answer from the police',
    what: 'Nothing until its day has passed; from then on it stands under Late as well.',
    list: of('/concerns?show=escalated'),
  },
  openQueries: {
    part: 'theirs',
    title: 'Queries that visitors have not answered',
    what: 'Remind the visitors, or ask by telephone and write down what they say.',
    list: of('/visits?show=queried'),
  },
  undeclared: {
    part: 'theirs',
    title: 'Reports that lack a declaration',
    what: 'Remind the visitor who still has to declare.',
    list: of('/visits?show=undeclared'),
  },
  swapsAsked: {
    part: 'theirs',
    day: 'week',
    title: 'Exchanges of places that nobody has answered',
    what: 'Ask whoever was asked whether they exchange.',
    list: always('/rota/waiting'),
  },
  emptyPlaces: {
    part: 'soon',
    day: 'week',
    title: 'Places of the rota that look for somebody',
    what: 'Write to those who could go; each place says who they are.',
    list: always('/rota/waiting'),
  },
  duePlanItems: {
    part: 'soon',
    day: 'due',
    title: 'Recommendations due within thirty days',
    what: 'Remind their owner of the day.',
    list: always('/plans'),
  },
  expiring: {
    part: 'soon',
    day: 'due',
    title: 'Visitors whose vetting runs out within ninety days',
    what: 'Begin the renewal now: vetting takes weeks.',
    list: always('/people/standing'),
  },
  reviewsDue: {
    part: 'soon',
    day: 'due',
    title: 'Reviews of accreditation due within ninety days',
    what: 'Agree a meeting with each: volunteers are reviewed every three years.',
    list: always('/people/standing'),
  },
  visited: {
    part: 'new',
    title: 'Visits made',
    what: 'Nothing by itself: those not read yet stand above.',
    list: (suite, { from, to }) => of(`/visits?show=received&from=${from}&to=${to}`)(suite),
  },
  raised: {
    part: 'new',
    title: 'Concerns raised',
    what: 'See that each has the right area and severity.',
    list: (suite, { from, to }) => of(`/concerns?show=all&from=${from}&to=${to}`)(suite),
  },
  answers: {
    part: 'new',
    title: 'Answers from the police',
    what: 'Tell the visitors who raised the concern; it also stands on their home page.',
    list: (_, { from, to }) => `/returns/${from}..${to}/records/concerns.answered`,
  },
  contested: {
    part: 'laptop',
    title: 'Answers contested between two people',
    what: 'Choose which stands, question by question.',
    list: always('/sync/conflicts'),
  },
  attention: {
    part: 'laptop',
    title: 'Changes and files that the office did not take',
    what: 'Read why, and write or attach it again, or take it back.',
    list: always('/sync'),
  },
  aside: {
    part: 'laptop',
    title: 'Records of a newer version of ICV Desk',
    what: 'Update ICV Desk on this laptop; until then they are kept and not counted.',
    list: always('/sync'),
  },
};
