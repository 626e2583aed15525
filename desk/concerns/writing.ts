import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Parsed } from '#shared/contract.ts';
import { instant } from '#shared/ids.ts';
import type { Concern, ConcernNote } from '#shared/records/concern.ts';
import {
  answering,
  closing,
  returning,
  settling,
  telling,
  wordingFields,
} from '#shared/records/concern-moves.ts';
import { fail, ok } from '#shared/result.ts';
import { putting } from '#shared/sync/patch.ts';
import { author, type Context, type Writes } from '../context.ts';
import { making, noConcern, onConcern } from './steps.ts';

const noWords = { tag: 'noWords' } as const;
const nothingMore = ok([]);

/** A concern as the staff raise it, who take it on by that: it lies with the coordinator from its first moment. */
const raisedByHand = (
  input: Parsed<'concerns.raise'>,
  ctx: Context,
  place: Pick<Concern, 'suite' | 'panel'>,
): Concern => {
  const { id, raisedOn, area, severity, sharing, matter, topic, publication, raisedBy, from } = input;
  const { by, at, newId } = making(ctx);
  return {
    id,
    events: [{ id: newId(), from: 'raised', to: 'coordinator', by, at }],
    from: { kind: from.kind, ...(from.record && { record: from.record }) },
    ...place,
    raisedOn,
    raisedBy: [raisedBy ?? by],
    area,
    ...(topic && { topic }),
    severity,
    sharing,
    matter,
    ...(publication?.trim() && { publication: publication.trim() }),
    told: [],
    escalations: [],
    answers: [],
    found: [],
  };
};

export const concernWrites = {
  'concerns.raise': (w, input, ctx) =>
    w.inTransaction(() => {
      const { id, suite } = input;
      const raised = () => readRecord(w, 'concern', id)?.document;
      if (!raised()) {
        const held = suite && readRecord(w, 'suite', suite)?.document;
        if (suite && !held) return fail({ tag: 'notFound', what: 'suite' });
        const place = held ? { suite: held.id, ...(held.panel && { panel: held.panel }) } : {};
        const saved = saveAndSend(w, author(ctx), 'concern', id, [
          putting([], raisedByHand(input, ctx, place)),
        ]);
        if (!saved.ok) return saved;
      }
      return ok({ id, savedAt: instant(ctx.sources), reference: raised()?.reference ?? null });
    }),

  'concerns.save': (w, { id, patch }, ctx) =>
    patch.every(
      ({ path }) => path.length === 1 && (wordingFields as readonly string[]).includes(path[0] ?? ''),
    )
      ? onConcern(w, ctx, id, () => ok(patch))
      : fail({ tag: 'notAllowed' }),

  'concerns.move': (w, { id, to, words }, ctx) =>
    onConcern(w, ctx, id, (c) => {
      if (to === 'coordinator') return returning(making(ctx), c, words);
      return to === 'closed' ? closing(making(ctx), c, words) : settling(making(ctx), c, to, words);
    }),

  'concerns.tell': (w, { id, telling: said }, ctx) =>
    onConcern(w, ctx, id, (c) =>
      c.told.some((one) => one.id === said.id) ? nothingMore : ok(telling(making(ctx), said)),
    ),

  'concerns.answer': (w, { id, answer }, ctx) =>
    onConcern(w, ctx, id, (c) =>
      c.answers.some((one) => one.id === answer.id) ? nothingMore : answering(making(ctx), c, answer),
    ),

  'concerns.note': (w, { id, note, words }, ctx) =>
    w.inTransaction(() => {
      const held = readRecord(w, 'concern', id);
      if (!held) return noConcern(w, id);
      if (words.trim() === '') return fail(noWords);
      const { by, at } = making(ctx);
      if (!readRecord(w, 'concernNote', note)) {
        const { panel } = held.document;
        const written: ConcernNote = {
          id: note,
          concern: id,
          ...(panel && { panel }),
          by,
          at,
          words: words.trim(),
        };
        const saved = saveAndSend(w, author(ctx), 'concernNote', note, [putting([], written)]);
        if (!saved.ok) return saved;
      }
      return ok({ id, savedAt: at });
    }),
} satisfies Partial<Writes>;
