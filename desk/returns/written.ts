import { saveAndSend } from '#db/office.ts';
import { readAll, readRecord } from '#db/records.ts';
import { type Reader, sql, type Writer } from '#db/sql.ts';
import type { Failure } from '#shared/errors.ts';
import { foundIn } from '#shared/forms/names.ts';
import { derivedId, instant } from '#shared/ids.ts';
import type { Period } from '#shared/periods.ts';
import type { NamedReturn } from '#shared/records/named-return.ts';
import type { ReturnWords } from '#shared/records/return-words.ts';
import { ok, type Result } from '#shared/result.ts';
import { diff } from '#shared/sync/patch.ts';
import { author, type Context } from '../context.ts';
import { settings } from '../office.ts';

/** What the office writes in a return of a period, and what it links to. */
export type Written = Pick<ReturnWords, 'sections' | 'links'>;

type Of = Pick<NamedReturn, 'key' | 'of'>;

const wordsId = (ctx: Context, { key }: Of, { from, to }: Period): string =>
  derivedId(ctx.identity.office, 'returnWords', `${key} ${from}..${to}`);

/** What is written of a period; before anything is, the pages that the period before linked to. */
export const wordsOf = (r: Reader, ctx: Context, of: Of, period: Period): Written => {
  const id = wordsId(ctx, of, period);
  const held = readRecord(r, 'returnWords', id)?.document;
  if (held) return { sections: held.sections, links: held.links };
  const before = r.first(
    sql
      .selectFrom('returnWords')
      .select('data')
      .where('of', '=', of.key)
      .where('from', '<', period.from)
      .orderBy('from', 'desc')
      .orderBy('to', 'desc'),
  );
  const links = before ? (JSON.parse(before.data) as ReturnWords).links : [];
  // Each is a link of this period then: it is changed and removed here alone.
  return { sections: {}, links: links.map((one) => ({ ...one, id: derivedId(id, 'link', one.id) })) };
};

/** The words and links of a period, as a whole: they are one text. Belongs inside a transaction. */
export const writeWords = (
  w: Writer,
  ctx: Context,
  of: Of,
  period: Period,
  words: Written,
): Result<{ id: string; savedAt: string }, Failure> => {
  const id = wordsId(ctx, of, period);
  const before = readRecord(w, 'returnWords', id)?.document;
  const { from, to } = period;
  const next: ReturnWords = { ...before, id, of: of.key, return: of.of, from, to, ...words };
  const patch = diff(before, next);
  const saved = patch.length > 0 ? saveAndSend(w, author(ctx), 'returnWords', id, patch) : ok(undefined);
  return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
};

/** What looks as if it named somebody, each once: the office reads it before it goes. */
export const doubtsIn = (r: Reader, ctx: Context, texts: readonly string[]): string[] => {
  const places = [settings(r, ctx).body, ...readAll(r, 'suite').map(({ name }) => name)];
  const found = texts.flatMap((text) => foundIn(text, places, Number(ctx.today.slice(0, 4))));
  return [...new Set(found.map(({ words }) => words))];
};
