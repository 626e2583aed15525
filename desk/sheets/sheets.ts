import { readAll, readRecord, readRecords } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import { instant } from '#shared/ids.ts';
import { type Concern, concernState, isOpenConcern } from '#shared/records/concern.ts';
import { answering } from '#shared/records/concern-moves.ts';
import type { SuiteSheet } from '#shared/records/suite-sheet.ts';
import { fail, ok } from '#shared/result.ts';
import { isAnswered } from '#shared/sheets/asked.ts';
import { answerWords, isSilent, matchSheet, type SheetConcern } from '#shared/sheets/match.ts';
import { diff, type Patch, putting } from '#shared/sync/patch.ts';
import { dayWords } from '#shared/times.ts';
import { making } from '../concerns/steps.ts';
import type { Context, Reads, Writes } from '../context.ts';
import { saveWhole } from '../letters/letters.ts';
import { inventedNotice, settings } from '../office.ts';
import {
  askedBefore,
  askedOf,
  askedRow,
  coverOf,
  doubtsOn,
  dueOf,
  inspectorOf,
  numbered,
  readSheet,
  sheetId,
} from './asking.ts';
import { readSheetFile } from './read-file.ts';

const noSheet = { tag: 'notFound', what: 'monthly sheet' } as const;
const noSuite = { tag: 'notFound', what: 'suite' } as const;

const concernsOf = (r: Reader, { rows }: SuiteSheet): Map<string, Concern> =>
  new Map(
    readRecords(
      r,
      'concern',
      rows.map(({ id }) => id),
    ).map(({ document }) => [document.id, document]),
  );

const standingOf = (sheet: SuiteSheet, c: Concern | undefined, { today }: Context) => {
  const answered = c !== undefined && isAnswered(c, sheet);
  if (answered) return 'answered';
  return isSilent(sheet, answered, today) ? 'silent' : 'waiting';
};

/** Why no answer from a sheet is taken for a concern any more. */
const settledBy = (sheet: SuiteSheet, c: Concern | undefined): string | undefined => {
  if (!c) return 'The concern is not on this laptop.';
  if (c.answers.some((answer) => answer.sheet === sheet.id))
    return 'An answer to it was taken from this sheet already.';
  return isOpenConcern(c) ? undefined : 'It has been settled meanwhile.';
};

const known = (r: Reader, sheet: SuiteSheet): SheetConcern[] => {
  const concerns = concernsOf(r, sheet);
  return sheet.rows.map(({ id, reference }) => {
    const closed = settledBy(sheet, concerns.get(id));
    return { id, reference, ...(closed && { closed }) };
  });
};

const namesOf = (r: Reader, { by, returns }: SuiteSheet): Record<string, string> => {
  const people = readRecords(r, 'person', [...new Set([by, ...returns.map((one) => one.by)])]);
  return Object.fromEntries(people.map(({ document }) => [document.id, document.name]));
};

export const sheetReads = {
  'sheets.list': (r, _, ctx) => {
    const suites = new Map(readAll(r, 'suite').map(({ id, name }) => [id, name]));
    return ok(
      readAll(r, 'suiteSheet')
        .map((sheet) => {
          const concerns = concernsOf(r, sheet);
          const states = sheet.rows.map(({ id }) => standingOf(sheet, concerns.get(id), ctx));
          return {
            id: sheet.id,
            suite: suites.get(sheet.suite) ?? '',
            month: sheet.month,
            due: sheet.due,
            rows: states.length,
            answered: states.filter((one) => one === 'answered').length,
            silent: states.filter((one) => one === 'silent').length,
          };
        })
        .sort((a, b) => b.month.localeCompare(a.month) || a.suite.localeCompare(b.suite, 'en-GB')),
    );
  },
  'sheets.begin': (r, { suite, month }, ctx) => {
    if (!readRecord(r, 'suite', suite)) return fail(noSuite);
    const { rows, unnumbered } = numbered(askedOf(r, suite));
    const before = askedBefore(r, suite, month);
    const id = sheetId(ctx, suite, month);
    const shown = rows.map((c) => ({ ...askedRow(r, c), before: before.get(c.id) ?? 0 }));
    return ok({
      rows: shown,
      doubts: doubtsOn(r, shown, ctx),
      unnumbered,
      due: dueOf(r, ctx),
      existing: readRecord(r, 'suiteSheet', id) ? id : null,
    });
  },
  'sheets.get': (r, { id }, ctx) => {
    const found = readSheet(r, id);
    if (!found) return fail(noSheet);
    const { sheet, suite } = found;
    const { body, invented } = settings(r, ctx);
    const concerns = concernsOf(r, sheet);
    return ok({
      sheet,
      suite: suite?.name ?? '',
      office: body,
      notice: invented ? inventedNotice : null,
      rows: sheet.rows.flatMap(({ id: concern, reference }) => {
        const c = concerns.get(concern);
        if (!c) return [];
        const answer = c.answers.filter((one) => one.sheet === id || one.on >= sheet.on).at(-1);
        return {
          ...askedRow(r, c),
          reference,
          state: concernState(c),
          standing: standingOf(sheet, c, ctx),
          answer: answer?.words ?? null,
        };
      }),
      cover: coverOf(r, sheet, suite, ctx),
      mail: inspectorOf(suite, sheet.on)?.mail ?? suite?.mail ?? null,
      names: namesOf(r, sheet),
    });
  },
  'sheets.read': (r, { id, bytes }) => {
    const sheet = readRecord(r, 'suiteSheet', id)?.document;
    if (!sheet) return fail(noSheet);
    const table = readSheetFile(new Uint8Array(Buffer.from(bytes, 'base64')));
    if (!table.ok) return fail({ tag: 'badSheet', detail: table.error });
    const matched = matchSheet(table.value, known(r, sheet));
    return 'sentence' in matched ? fail({ tag: 'badSheet', detail: matched.sentence }) : ok(matched);
  },
} satisfies Partial<Reads>;

export const sheetWrites = {
  'sheets.make': (w, { suite: of, month, due, notNames }, ctx) =>
    w.inTransaction(() => {
      const suite = readRecord(w, 'suite', of)?.document;
      if (!suite) return fail(noSuite);
      const id = sheetId(ctx, of, month);
      if (readRecord(w, 'suiteSheet', id)) return fail({ tag: 'sheetExists' });
      const { rows } = numbered(askedOf(w, of));
      if (rows.length === 0) return fail({ tag: 'nothingToAsk' });
      const asked = rows.map((c) => askedRow(w, c));
      const words = doubtsOn(w, asked, ctx).filter((one) => !notNames.includes(one));
      if (words.length > 0) return fail({ tag: 'namesInLetter', words });
      const sheet: SuiteSheet = {
        id,
        suite: of,
        ...(suite.panel && { panel: suite.panel }),
        month,
        on: ctx.today,
        due,
        by: ctx.identity.person,
        rows: asked.map(({ id: concern, reference }) => ({ id: concern, reference })),
        returns: [],
      };
      saveWhole(w, ctx, 'suiteSheet', id, diff(undefined, sheet));
      return ok({ id, savedAt: instant(ctx.sources) });
    }),
  'sheets.accept': (w, { id, return: returned, file, rows }, ctx) =>
    w.inTransaction(() => {
      const found = readSheet(w, id);
      if (!found) return fail(noSheet);
      const { sheet, suite } = found;
      const at = instant(ctx.sources);
      const done = (accepted: number) => ok({ id, savedAt: at, at, accepted });
      const before = sheet.returns.find((one) => one.id === returned);
      if (before) return done(before.accepted.length);
      const concerns = concernsOf(w, sheet);
      const moves = new Map<string, Patch>();
      for (const { concern, ...answer } of rows) {
        const c = concerns.get(concern);
        if (!c) return fail({ tag: 'notFound', what: 'concern on this sheet' });
        if (moves.has(concern) || settledBy(sheet, c)) return fail({ tag: 'movedOn' });
        const moved = answering(making(ctx), c, {
          on: ctx.today,
          from: answer.by.trim() || `Custody at ${suite?.name ?? 'the suite'}`,
          words: answerWords(answer, dayWords),
          via: 'sheet',
          sheet: id,
        });
        if (!moved.ok) return moved;
        moves.set(concern, moved.value);
      }
      const accepted = [...moves.keys()];
      const entry = { id: returned, at, by: ctx.identity.person, file, accepted };
      saveWhole(w, ctx, 'suiteSheet', id, [putting(['returns', `#${returned}`], entry)]);
      for (const [concern, patch] of moves) saveWhole(w, ctx, 'concern', concern, patch);
      return done(accepted.length);
    }),
} satisfies Partial<Writes>;
