import { boardLines } from '#db/board-lines.ts';
import { saveAndSend } from '#db/office.ts';
import { readAll, readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import type { BoardMatter } from '#shared/calls/board.ts';
import type { Output } from '#shared/contract.ts';
import { instant } from '#shared/ids.ts';
import { type Handover, handoverId } from '#shared/records/handover.ts';
import type { Person } from '#shared/records/person.ts';
import { personContactId } from '#shared/records/person-file.ts';
import { contactsOf } from '#shared/records/setting.ts';
import { goersOf } from '#shared/records/shift.ts';
import { postholderOn, posts, suiteStatusOn } from '#shared/records/suite.ts';
import { ok } from '#shared/result.ts';
import { listed } from '#shared/rota/words.ts';
import { hasLeft } from '#shared/sync/access.ts';
import { applyPatch, diff } from '#shared/sync/patch.ts';
import { boardDays, boardFigures, runningOut } from '../board/board.ts';
import { author, type Context, type Reads, type Writes } from '../context.ts';
import { inventedNotice, settings } from '../office.ts';
import { titleOf } from '../sync/titles.ts';

type Page = Output<'handover.get'>;
type Line = Page['matters'][number]['lines'][number];

/** A page to work from holds so many of a kind; the number says how many there are, and its list has them all. */
const most = 60;
const wordsAtMost = 160;

/** What came in is news rather than something to be done, and what lies between a laptop and the office is its own. */
const notHandedOver: readonly BoardMatter[] = [
  'visited',
  'raised',
  'answers',
  'contested',
  'attention',
  'aside',
];

const shortened = (words: string | null): string | null =>
  words && words.length > wordsAtMost ? `${words.slice(0, wordsAtMost).trimEnd()}…` : words;

/** Who goes, of a place of the rota; of other records what was found with them. */
const wordsOf = (r: Reader, { type, id, words }: Pick<Line, 'type' | 'id' | 'words'>): string | null => {
  if (type !== 'shift') return shortened(words);
  const place = readRecord(r, 'shift', id)?.document;
  const names = place
    ? goersOf(place).flatMap((one) => readRecord(r, 'person', one)?.document.name ?? [])
    : [];
  return listed(names) || 'nobody yet';
};

/** The records behind a number of the board: from the same conditions that counted them. */
const linesOf = (r: Reader, ctx: Context, matter: BoardMatter): Line[] => {
  const people = runningOut(r, ctx.today).find(([of]) => of === matter)?.[1];
  if (people)
    return people
      .slice(0, most)
      .map(({ id, name, date }) => ({ type: 'person', id, title: name, words: null, day: date }));
  const found = boardLines(r, matter, { ...boardDays(ctx) }, most) ?? [];
  return found.map((one) => ({
    ...one,
    title: titleOf(r, one.type, one.id) ?? 'A record that is not here any more',
    words: wordsOf(r, one),
  }));
};

const byName = <T extends { name: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));

const reached = (r: Reader, ctx: Context, { id, name }: Person) => {
  const contact = readRecord(r, 'personContact', personContactId(ctx.identity.office, id))?.document;
  return { id, name, mail: contact?.mail ?? null, telephone: contact?.telephone ?? null };
};

/** Who is who: those who run the scheme and its panels, its suites with whoever holds a post there, whom to ring. */
const whoIsWho = (r: Reader, ctx: Context) => {
  const people = byName(readAll(r, 'person')).filter((p) => !hasLeft(p, ctx.today));
  const suites = byName(readAll(r, 'suite'));
  return {
    coordinators: people.filter((p) => p.roles.includes('coordinator')).map((p) => reached(r, ctx, p)),
    panels: byName(readAll(r, 'panel')).map(({ id, name }) => {
      const own = people.filter((p) => p.panel === id);
      return {
        id,
        name,
        suites: suites.filter((s) => s.panel === id).map((s) => s.name),
        coordinators: own.filter((p) => p.roles.includes('panel-coordinator')).map((p) => reached(r, ctx, p)),
        volunteers: own.filter((p) => p.volunteer?.joined !== undefined && p.volunteer.status !== 'left')
          .length,
      };
    }),
    suites: suites.map((s) => ({
      id: s.id,
      name: s.name,
      status: suiteStatusOn(s, ctx.today),
      telephone: s.telephone ?? null,
      mail: s.mail ?? null,
      postholders: posts.flatMap((post) => {
        const one = postholderOn(s, post, ctx.today);
        return one ? [{ id: one.id, post, name: one.name, ...(one.mail && { mail: one.mail }) }] : [];
      }),
    })),
    contacts: contactsOf(settings(r, ctx)),
  };
};

const notesOf = (r: Reader, { identity }: Pick<Context, 'identity'>): Handover => {
  const id = handoverId(identity.office);
  return readRecord(r, 'handover', id)?.document ?? { id, words: '' };
};

export const handoverReads = {
  'handover.get': (r, _, ctx) => {
    const { body, invented } = settings(r, ctx);
    const figures = boardFigures(r, ctx).filter(({ matter }) => !notHandedOver.includes(matter));
    const { id, words } = notesOf(r, ctx);
    return ok({
      today: ctx.today,
      body,
      notice: invented ? inventedNotice : null,
      matters: figures
        .filter(({ count }) => count > 0)
        .map(({ matter, count }) => ({ matter, count, lines: linesOf(r, ctx, matter) })),
      none: figures.filter(({ count }) => count === 0).map(({ matter }) => matter),
      ...whoIsWho(r, ctx),
      notes: { id, words },
    });
  },
} satisfies Partial<Reads>;

export const handoverWrites = {
  'handover.save': (w, { patch }, ctx) =>
    w.inTransaction(() => {
      const notes = notesOf(w, ctx);
      const isThere = readRecord(w, 'handover', notes.id) !== undefined;
      const change = isThere ? patch : diff(undefined, applyPatch(notes, patch).document);
      const saved = saveAndSend(w, author(ctx), 'handover', notes.id, change);
      return saved.ok ? ok({ id: notes.id, savedAt: instant(ctx.sources) }) : saved;
    }),
} satisfies Partial<Writes>;
