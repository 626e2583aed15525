import { defaultClaimRates } from '#shared/claims/rates.ts';
import { derivedId } from '#shared/ids.ts';
import { namedId, nameKey } from '#shared/imports/names.ts';
import { firstStatus, firstTarget, fromTheBeginning } from '#shared/imports/suites.ts';
import { defaultSettings, type Setting } from '#shared/records/setting.ts';
import type { Panel, Postholder, Suite } from '#shared/records/suite.ts';
import { daysAfter } from './days.ts';
import { trainingsOf } from './trainings.ts';

/** A suite of the example, and how large it is: people held at an average visit, people detained in a month. */
export type Place = {
  name: string;
  area: string;
  panel: string;
  perWeek: number;
  held: number;
  monthly: number;
};

/** Five suites under four panels, West Mercia's shape with nothing of its names: every place here is invented. */
export const places: readonly Place[] = [
  { name: 'Aldermere', area: 'North Wrekenshire', panel: 'Aldermere', perWeek: 1, held: 9, monthly: 390 },
  { name: 'Brackwater', area: 'Brackwater Vale', panel: 'Brackwater', perWeek: 0.75, held: 7, monthly: 260 },
  {
    name: 'Corvenbridge',
    area: 'The Corven Marches',
    panel: 'Two Bridges',
    perWeek: 1,
    held: 8,
    monthly: 350,
  },
  {
    name: 'Ostlebury (Millgate)',
    area: 'Ostlebury and the Fells',
    panel: 'Two Bridges',
    perWeek: 1.25,
    held: 10,
    monthly: 420,
  },
  {
    name: 'Thornharrow',
    area: 'South Wrekenshire',
    panel: 'Thornharrow',
    perWeek: 0.75,
    held: 5,
    monthly: 190,
  },
];

const statuses = (name: string, today: string): Suite['statuses'] => {
  const item = (id: number, from: string, status: 'open' | 'reserve' | 'closed') => ({
    id: firstStatus.replace(/.$/, String(id)),
    from,
    status,
  });
  const open = { id: firstStatus, from: fromTheBeginning, status: 'open' as const };
  // One suite was closed while its cells were painted, another was put in reserve: lists and targets must show it.
  if (name === 'Brackwater')
    return [open, item(2, daysAfter(today, -420), 'closed'), item(3, daysAfter(today, -360), 'open')];
  if (name === 'Thornharrow') return [open, item(2, daysAfter(today, -200), 'reserve')];
  return [open];
};

/** Whom the example's visitors ring. Numbers that Ofcom keeps free for drama and never gives to anybody. */
const urgent = [
  {
    name: 'Scheme office (invented)',
    telephone: '01632 960200',
    when: 'First, on weekdays from 9 to 5: an allegation against anybody on duty',
  },
  {
    name: 'Force duty superintendent (invented)',
    telephone: '01632 960201',
    when: 'At any hour, and where it concerns the custody inspector',
  },
];

/** Who holds the posts to which letters go; one inspector has just handed over to another. */
const postholders = (i: number, name: string, office: string, today: string): Suite['postholders'] => {
  const held = (post: Postholder['post'], who: string, from: string, to?: string): Postholder => ({
    id: derivedId(office, 'postholder', `${name} ${who}`),
    post,
    name: who,
    // A name of the kind that can never be anybody's (RFC 2606).
    mail: `${who.toLowerCase().replaceAll(' ', '.')}@force.example`,
    from,
    ...(to && { to }),
  });
  const inspector = (at: number) => `Inspector ${inspectors[at % inspectors.length]}`;
  const changed = daysAfter(today, -50 - 7 * i);
  return [
    ...(i === 1 ? [held('custody inspector', inspector(5), fromTheBeginning, daysAfter(changed, -1))] : []),
    held('custody inspector', inspector(i), i === 1 ? changed : fromTheBeginning),
    held('Head of Custody', 'Superintendent Corvane', fromTheBeginning),
  ];
};
const inspectors = ['Marlowick', 'Penhollin', 'Stavering', 'Ulverdale', 'Wexcombe', 'Orrinsby'];

/** The office of the example: its settings, its panels and its suites as they stand on `today`. */
export const makePlaces = (office: string, today: string) => {
  const setting: Setting = {
    ...defaultSettings,
    id: derivedId(office, 'setting', 'office'),
    body: 'Police and Crime Commissioner for Wrekenshire (invented)',
    invented: true,
    areas: places.map((p) => p.area),
    trainings: trainingsOf(office),
    claimRates: [...defaultClaimRates].map((rate) => ({
      ...rate,
      subsistence: [{ id: derivedId(office, 'subsistence', rate.from), name: 'Lunch', most: 750 }],
    })),
    smallNumbers: 5,
    contacts: urgent.map((contact, i) => ({
      ...contact,
      id: derivedId(office, 'contact', contact.telephone),
      order: String(i),
    })),
  };
  const panels: Panel[] = [...new Set(places.map((p) => p.panel))].map((name) => ({
    id: namedId(office, 'panel', name),
    name,
  }));
  const suites: Suite[] = places.map((p, i) => ({
    id: namedId(office, 'suite', p.name),
    name: p.name,
    panel: namedId(office, 'panel', p.panel),
    area: p.area,
    // Numbers that Ofcom keeps free for drama and never gives to anybody.
    telephone: `01632 96010${i}`,
    statuses: statuses(p.name, today),
    targets: [{ id: firstTarget, from: fromTheBeginning, visits: p.perWeek, per: 'week' }],
    postholders: postholders(i, p.name, office, today),
  }));
  return { setting, panels, suites };
};

/** What is invented about a suite beyond its record. */
export const placeOf = (suite: Suite): Place =>
  places.find((p) => nameKey(p.name) === nameKey(suite.name)) as Place;
