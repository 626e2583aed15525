import { openFile } from '#db/file.ts';
import { readIdentity } from '#db/office.ts';
import { readAll } from '#db/records.ts';
import { writer } from '#db/sql.ts';
import { caseMatters } from '#desk/example/case-words.ts';
import { type Dice, makeDice } from '#desk/example/dice.ts';
import { derivedId } from '#shared/ids.ts';
import { type CaseFile, newCase } from '#shared/records/case-file.ts';
import type { CaseKind } from '#shared/records/case-parts.ts';
import type { Contact } from '#shared/records/contact.ts';
import { addDays } from '#shared/times.ts';
import { type BenchStore, must, receive, take, today } from './store.ts';

const sounds = [
  'ba',
  'den',
  'fer',
  'gil',
  'har',
  'lo',
  'mar',
  'nor',
  'pen',
  'ros',
  'sta',
  'ton',
  'wen',
  'yar',
];
const areas = ['Herefordshire', 'North Worcestershire', 'South Worcestershire', 'Shropshire'];
const kinds: readonly CaseKind[] = [
  'enquiry',
  'concern',
  'MP or councillor letter',
  'FOI request',
  'petition',
];
const caseworkers = 8;
/** One of so many cases is open. */
const openOf = 10;

const named = (dice: Dice): string => {
  const word = () => {
    const text = `${dice.pick(sounds)}${dice.pick(sounds)}${dice.percent(50) ? dice.pick(sounds) : ''}`;
    return `${text[0]?.toUpperCase()}${text.slice(1)}`;
  };
  return `${word()} ${word()}`;
};

function* throwPeople(office: string, many: number, dice: Dice): Generator<Contact> {
  for (let i = 0; i < many; i++) {
    const name = named(dice);
    const post = `WR${dice.int(1, 99)} ${dice.int(1, 9)}${dice.pick(['AB', 'CD', 'EF', 'GH'])}`;
    yield {
      ...{
        id: derivedId(office, 'contact', `${i}`),
        name,
        address: `${dice.int(1, 99)} Long Street\n${post}`,
      },
      mail: `${name.toLowerCase().replace(' ', '.')}${i}@example.org`,
    };
  }
}

/** Cases as an office has them: most of them long closed, what is open at every step of its way. */
export function* throwCases(
  { office, people, dice }: { office: string; people: number; dice: Dice },
  many: number,
): Generator<CaseFile> {
  const matters = caseMatters.filter(({ theme }) => theme !== '');
  for (let i = 0; i < many; i++) {
    const id = derivedId(office, 'caseFile', `${i}`);
    const part = (name: string) => derivedId(office, 'part', `${i} ${name}`);
    const isOpen = i % openOf === 0;
    const received = addDays(today, -(isOpen ? dice.int(0, 90) : dice.int(60, 3_650)));
    const later = (days: number) => addDays(received, days);
    const { theme, place, summary } = dice.pick(matters);
    const by = derivedId(office, 'person', `${dice.int(1, caseworkers)}`);
    const said = Array.from({ length: 12 }, () => dice.pick(matters).summary).join(' ');
    const kept = `${received}T10:00:00.000Z`;
    const begun: CaseFile = {
      ...newCase({ id, received, kind: dice.pick(kinds) }),
      ...{ channel: 'email', from: derivedId(office, 'contact', `${dice.int(0, people - 1)}`) },
      ...{ area: dice.pick(areas), place, summary, themes: [theme] },
      messages: [
        {
          id: part('in'),
          direction: 'in',
          channel: 'email',
          on: received,
          kept,
          by,
          subject: theme,
          words: said,
        },
      ],
      ...(dice.percent(85) && { assignments: [{ id: part('given'), to: by, on: received, by }] }),
      ...(dice.percent(70) && { acknowledged: { on: later(3) } }),
      ...(dice.percent(20) && {
        asks: [
          {
            ...{ id: part('ask'), on: later(4), by, to: 'The force', question: 'What was done?' },
            ...{ due: later(18), chased: [], ...(!isOpen && { answered: later(17) }) },
          },
        ],
      }),
      ...(dice.percent(10) && {
        holds: [
          {
            id: part('hold'),
            from: later(5),
            why: 'They are away.',
            by,
            ...(!isOpen && { until: later(8) }),
          },
        ],
      }),
    };
    const on = later(dice.int(5, 40));
    yield isOpen
      ? begun
      : {
          ...begun,
          answered: { on, by: 'office' },
          events: [{ id: part('end'), from: 'open', to: 'closed', by, at: `${on}T15:00:00.000Z` }],
          closings: [{ id: part('closing'), on, by, outcome: 'Answered' }],
        };
  }
}

const inABatch = 500;

/** Fills a store with correspondence, every record through the office's own acceptance. */
export const fillCases = (store: BenchStore, many: number, people: number): BenchStore => {
  const began = performance.now();
  const db = must(openFile(store.file, store.key, { readonly: false }));
  const w = writer(db);
  const { office } = readIdentity(w);
  const dice = makeDice(2031);
  const own = readAll(w, 'person')[0];
  if (!own) throw new Error('nobody has the store');
  receive(
    w,
    'person',
    Array.from({ length: caseworkers }, (_, i) => ({
      ...own,
      ...{ id: derivedId(office, 'person', `${i + 1}`), name: `Caseworker ${i + 1}`, roles: ['caseworker'] },
    })),
  );
  const all = throwPeople(office, people, dice);
  for (let some = take(all, inABatch); some.length > 0; some = take(all, inABatch))
    receive(w, 'contact', some);
  const thrown = throwCases({ office, people, dice }, many);
  for (let some = take(thrown, inABatch); some.length > 0; some = take(thrown, inABatch))
    receive(w, 'caseFile', some);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return { ...store, seconds: (performance.now() - began) / 1000 };
};
