import { readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import { familiesOf, type Letter } from '#shared/records/letter.ts';
import { postholderOn, posts } from '#shared/records/suite.ts';
import { fail, ok } from '#shared/result.ts';
import type { Context, Reads } from '../context.ts';
import { inventedNotice, settings } from '../office.ts';
import { referenceOf } from '../reviews/around.ts';
import { sees } from '../rights.ts';
import { reviewMailOf } from './review-letters.ts';

/** The address of whoever a letter is to, where they held a post at its suite on the day of it. */
const mailOf = (r: Reader, letter: Letter, ctx: Context): string | null => {
  const { about, to, on } = letter;
  if (familiesOf(letter).includes('reviews')) return reviewMailOf(r, letter, ctx);
  const of = about.find(({ type }) => type === 'concern');
  const suite = of && readRecord(r, 'concern', of.id)?.document.suite;
  const held = suite === undefined ? undefined : readRecord(r, 'suite', suite)?.document;
  const holders = held ? posts.map((post) => postholderOn(held, post, on)) : [];
  return holders.find((one) => one?.name === to)?.mail ?? null;
};

/** The review that a letter is about, by its number. */
const reviewOf = (r: Reader, { about }: Letter): { id: string; reference: string | null } | null => {
  const of = about.find(({ type }) => type === 'review');
  return of ? { id: of.id, reference: referenceOf(r, of.id) } : null;
};

/** Letters of every part of the office's work, as they were issued. */
export const issuedReads = {
  'letters.get': (r, { id }, ctx) => {
    const letter = readRecord(r, 'letter', id)?.document;
    if (!letter || !sees(r, ctx, 'letter', letter)) return fail({ tag: 'notFound', what: 'letter' });
    const { body, invented } = settings(r, ctx);
    return ok({
      letter,
      mail: mailOf(r, letter, ctx),
      office: body,
      notice: invented ? inventedNotice : null,
      by: readRecord(r, 'person', letter.by)?.document.name ?? null,
      concerns: letter.about
        .filter(({ type }) => type === 'concern')
        .map((one) => ({
          id: one.id,
          reference: readRecord(r, 'concern', one.id)?.document.reference ?? null,
        })),
      review: reviewOf(r, letter),
    });
  },
} satisfies Partial<Reads>;
