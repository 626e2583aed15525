import type { CallName } from '#shared/contract.ts';

export type Place = {
  path: string;
  text: string;
  /** Other places that belong to this one of the menu. */
  also?: readonly string[];
  /** Offered to those who may make this call. */
  needs?: CallName;
};

/** A place one goes to from another, which says what it is for. */
export type FurtherPlace = Place & { says: string };

/** What the page “Scheme” gathers: running the scheme, apart from visits and what they find. */
export const schemePlaces: readonly FurtherPlace[] = [
  {
    path: '/people',
    text: 'People',
    says: 'Who is in the scheme, what they do in it, and what of theirs runs out.',
  },
  {
    path: '/sessions',
    text: 'Training and meetings',
    needs: 'sessions.list',
    says: 'What is planned and what was agreed: agendas, papers, attendance, minutes and open actions.',
  },
  {
    path: '/claims',
    text: 'Claims',
    needs: 'claims.mine',
    says: 'Hours from visits and sessions, and outlays: what is claimed, decided on and paid.',
  },
  {
    path: '/plans',
    text: 'Plans',
    needs: 'plans.list',
    says: 'What was recommended after inspections and by the office itself, and how far it has come.',
  },
  {
    path: '/quality',
    text: 'Quality evidence',
    needs: 'quality.list',
    says: 'What the scheme is assessed by, how far it is, what shows it, and the evidence pack.',
  },
  {
    path: '/unseen',
    text: 'What we have not seen',
    needs: 'unseen.get',
    says: 'Suites, hours, children and women least seen by visits so far. For the coordinator alone.',
  },
  {
    path: '/handover',
    text: 'Handover',
    needs: 'handover.get',
    says: 'All that is open, due or unanswered on one page, who is who, and notes for whoever stands in.',
  },
];

/** What is reached by way of Settings. */
export const settingsPlaces: readonly FurtherPlace[] = [
  {
    path: '/imports',
    text: 'Import',
    needs: 'imports.begin',
    says: 'Bring visits, volunteers, suites, throughput or reviews in from a file.',
  },
  {
    path: '/templates',
    text: 'Templates',
    needs: 'templates.list',
    says: 'The words that letters and mails begin with.',
  },
];

/** What the office's returns consist of, reached by way of Settings. */
export const returnPlaces: readonly FurtherPlace[] = [
  {
    path: '/settings/returns',
    text: 'Returns the office makes',
    needs: 'returns.define',
    says: 'What each return consists of, how often it is made, by when it is due and who prepares it.',
  },
];

/** What caseworkers set for reviews, and what dates are worked out from, reached by way of Settings. */
export const clockPlaces: readonly FurtherPlace[] = [
  {
    path: '/settings/lists',
    text: 'Lists of reviews',
    needs: 'reviews.set',
    says: 'Categories of allegations, themes, factors, and what examinations, checks and samples ask.',
  },
  {
    path: '/settings/clocks',
    text: 'Clocks',
    needs: 'reviews.set',
    says: 'How long the office’s own clocks run, and every clock with what it rests on.',
  },
  {
    path: '/settings/calendars',
    text: 'Calendars',
    needs: 'deadlines.loadHolidays',
    says: 'Bank holidays by calendar and year, and a newer official list of them.',
  },
  {
    path: '/deadlines',
    text: 'Deadline calculator',
    needs: 'reviews.list',
    says: 'Any clock worked out by hand, with the paragraph that explains its day.',
  },
];

/** What stands beside the cases of correspondence. */
export const casePlaces: readonly FurtherPlace[] = [
  {
    path: '/contacts',
    text: 'People who write',
    needs: 'contacts.list',
    says: 'Whoever writes to the office, with what they need and how they may reach it.',
  },
  {
    path: '/requests/log',
    text: 'Disclosure log',
    needs: 'cases.create',
    says: 'What was asked for under the law on information, and what was given.',
  },
  {
    path: '/themes',
    text: 'Themes',
    needs: 'cases.create',
    says: 'What people write about, by week, area and place.',
  },
  {
    path: '/engagements',
    text: 'Engagements',
    needs: 'cases.list',
    says: 'Visits, meetings and public sessions, and what followed from them.',
  },
  {
    path: '/assurance',
    text: 'Questions to the Chief Constable',
    needs: 'cases.list',
    says: 'What was asked in writing, and what was answered.',
  },
  {
    path: '/figures',
    text: 'Monthly figures',
    needs: 'cases.create',
    says: 'Numbers of a month that are not counted here, for the quarterly return.',
  },
  {
    path: '/retention',
    text: 'Retention',
    needs: 'cases.create',
    says: 'What is kept for how long, what is proposed to be destroyed, and the certificates.',
  },
  {
    path: '/settings/correspondence',
    text: 'Correspondence settings',
    needs: 'cases.set',
    says: 'Standards and approval by kind, themes, constituencies and outcomes.',
  },
];

/** The places of the application, in the order of the menu. */
export const places: readonly Place[] = [
  { path: '/', text: 'Home' },
  { path: '/board', text: 'Board', needs: 'board.get' },
  { path: '/visits', text: 'Visits' },
  { path: '/rota', text: 'Rota', needs: 'rota.get' },
  { path: '/concerns', text: 'Concerns', needs: 'concerns.list' },
  { path: '/checks', text: 'Record checks', needs: 'checks.list' },
  { path: '/reviews', text: 'Reviews', needs: 'reviews.list' },
  {
    path: '/cases',
    text: 'Correspondence',
    needs: 'cases.list',
    also: ['/contacts', '/requests', '/themes', '/engagements', '/assurance', '/figures', '/retention'],
  },
  { path: '/suites', text: 'Suites', also: ['/panels', '/throughput'] },
  { path: '/scheme', text: 'Scheme', also: schemePlaces.map(({ path }) => path) },
  { path: '/returns', text: 'Returns' },
  { path: '/settings', text: 'Settings', also: ['/forms', ...settingsPlaces.map(({ path }) => path)] },
];

/** Whether a place of the menu is where one is, or where what one looks at belongs. */
export const isAt = ({ path: place, also = [] }: Place, path: string): boolean =>
  place === '/' ? path === '/' : [place, ...also].some((own) => path === own || path.startsWith(`${own}/`));
