import { derivedId } from '#shared/ids.ts';
import { namedId } from '#shared/imports/names.ts';
import type { Person } from '#shared/records/person.ts';
import { dayNumber, daysAfter } from './days.ts';
import type { Dice } from './dice.ts';
import { places } from './places.ts';

type Volunteer = NonNullable<Person['volunteer']>;

/** Given names and surnames are drawn apart and put together by chance, so that nobody real is meant. */
const given =
  'Abena Alun Amina Anneliese Arjun Bethan Callum Carys Chidi Clement Delphine Dilip Dorothea Edwin Elowen Farida Gareth Gwenda Hamish Harriet Idris Imogen Ivo Jocelyn Kamal Keziah Leopold Lowri Mabel Marek Mirela Nia Noor Olufemi Oswin Perpetua Rafiq Rosalind Rowland Saoirse Tamsin Tobias Ursula Winston'.split(
    ' ',
  );
const family =
  'Abberline Adeyinka Appletree Barnstone Birchall Bramwith Chaudhari Coldwell Darnforth Eccleswick Fairlamb Featherby Gillhurst Goodspeed Hallowell Harkaway Ibekwe Inglefoot Jessamy Kasprowicz Kettlewell Lambourne Larkrise Mapplebeck Merrowdown Nandakumar Nethercott Okonjo Oldacre Pettifold Quennell Ravensby Rookwood Sallowfield Sehmbi Stanbridge Tattersby Thistleton Underhay Vennick Wainfleet Whitlowe Yarnfield Zamorski'.split(
    ' ',
  );

/** Panels in the order in which volunteers are given out: the panel with two suites comes twice in a round. */
const rounds = ['Two Bridges', 'Aldermere', 'Brackwater', 'Two Bridges', 'Thornharrow'];

/** How many stand where: the first twenty-two accredited were there before the first visit of the example. */
const stages: [Volunteer['status'], number][] = [
  ['accredited', 28],
  ['left', 5],
  ['probation', 3],
  ['training', 2],
  ['vetting', 1],
  ['references', 1],
  ['interview', 1],
  ['application', 1],
  ['enquiry', 1],
];
const early = 22;

/** Vetting that runs out soon, has run out, or that nobody wrote down: every fifth or so, so that each is there. */
const vetting = (i: number, today: string, dice: Dice): Pick<Volunteer, 'vettingExpires'> => {
  if (i % 9 === 4) return {};
  if (i % 9 === 2) return { vettingExpires: daysAfter(today, dice.int(5, 85)) };
  if (i % 13 === 6) return { vettingExpires: daysAfter(today, -dice.int(5, 200)) };
  return { vettingExpires: daysAfter(today, dice.int(120, 2_200)) };
};

/** Accreditation is reviewed every three years: the first review after today, or one that is a month overdue. */
const review = (accredited: string, today: string): string => {
  let next = daysAfter(accredited, 1_096);
  while (dayNumber(next) < dayNumber(today) - 30) next = daysAfter(next, 1_096);
  return next;
};

const volunteer = (
  status: Volunteer['status'],
  i: number,
  from: string,
  today: string,
  dice: Dice,
): Volunteer => {
  if (status === 'accredited' || status === 'left') {
    const before = status === 'left' || i < early;
    const joined = before
      ? daysAfter(from, -dice.int(250, 3_300))
      : daysAfter(today, -dice.int(300, Math.max(301, dayNumber(today) - dayNumber(from))));
    const accredited = daysAfter(joined, dice.int(170, 230));
    if (status === 'left') {
      const left = daysAfter(today, -dice.int(20, Math.max(21, dayNumber(today) - dayNumber(from) - 60)));
      return { status, joined, accredited, left };
    }
    return { status, joined, accredited, nextReview: review(accredited, today), ...vetting(i, today, dice) };
  }
  if (status === 'probation')
    return {
      status,
      joined: daysAfter(today, -dice.int(30, 170)),
      vettingExpires: daysAfter(today, dice.int(700, 1_500)),
    };
  if (status === 'training') return { status, joined: daysAfter(today, -dice.int(5, 60)) };
  return { status };
};

/** The volunteers of the example, from the first enquiry to those who have left. */
export const makePeople = (office: string, from: string, today: string, dice: Dice): Person[] => {
  const givenNames = dice.shuffled(given);
  const families = dice.shuffled(family);
  const all = stages.flatMap(([status, many]) => Array.from({ length: many }, () => status));
  return all.map((status, i) => {
    const name = `${givenNames[i]} ${families[i]}`;
    const visits = ['accredited', 'left', 'probation', 'training'].includes(status);
    // The first of each panel also runs its rota.
    const runsPanel = i < rounds.length && rounds.indexOf(rounds[i] as string) === i;
    return {
      id: namedId(office, 'person', name),
      name,
      roles: [
        ...(visits ? (['visitor'] as const) : []),
        ...(runsPanel ? (['panel-coordinator'] as const) : []),
      ],
      panel: namedId(office, 'panel', rounds[i % rounds.length] ?? (places[0]?.panel as string)),
      volunteer: volunteer(status, i, from, today, dice),
    };
  });
};

/** Some were trained elsewhere before they came, and every fourth may visit people held under the Terrorism Act. */
export const withTraining = (people: readonly Person[], office: string, today: string): Person[] =>
  people.map((p, i): Person => {
    const { volunteer } = p;
    if (volunteer?.status !== 'accredited' || !volunteer.accredited) return p;
    const elsewhere = { id: derivedId(p.id, 'trained', office), topic: 'Induction' };
    return {
      ...p,
      volunteer: {
        ...volunteer,
        ...(i % 4 === 1 && { tactAccredited: daysAfter(today, -30) }),
        trained: [{ ...elsewhere, on: daysAfter(volunteer.accredited, -150) }],
      },
    };
  });

/** Whether somebody could go on a visit on that day. */
export const visitsOn = (person: Person, date: string): boolean => {
  const v = person.volunteer;
  if (!v?.joined || v.joined > date || (v.left !== undefined && v.left <= date)) return false;
  return v.status !== 'training';
};
