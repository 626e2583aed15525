import { saveAndSend } from '#db/office.ts';
import { readAll, readRecord } from '#db/records.ts';
import { type Reader, sql, type Writer } from '#db/sql.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, newId } from '#shared/ids.ts';
import { concernState } from '#shared/records/concern.ts';
import { isSettled, type PlanItem, planItemsInOrder, planStatus } from '#shared/records/plan.ts';
import type { RecordType } from '#shared/records/types.ts';
import { visitState } from '#shared/records/visit.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { diff, type Patch, putting } from '#shared/sync/patch.ts';
import { author, type Context, type Reads, type Writes } from '../context.ts';
import { inventedNotice, settings } from '../office.ts';
import { titleOf } from '../sync/titles.ts';

const noPlan = { tag: 'notFound', what: 'plan' } as const;
const noItem = { tag: 'notFound', what: 'recommendation' } as const;

const itemsOf = (r: Reader, plan: string): PlanItem[] =>
  planItemsInOrder(
    r
      .all(sql.selectFrom('planItem').select('data').where('plan', '=', plan))
      .map(({ data }) => JSON.parse(data) as PlanItem),
  );

const isLate = (item: PlanItem, today: string): boolean =>
  item.due !== undefined && item.due < today && !isSettled(item);

const view = (item: PlanItem, { today }: Context) => ({
  item,
  status: planStatus(item),
  late: isLate(item, today),
});

const namesOf = (r: Reader, items: readonly PlanItem[]): Record<string, string> => {
  const ids = new Set(items.flatMap(({ updates }) => updates.map(({ by }) => by)));
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const name = readRecord(r, 'person', id)?.document.name;
      return name ? [[id, name]] : [];
    }),
  );
};

const linkedConcern = (r: Reader, id: string) => {
  const held = readRecord(r, 'concern', id);
  return {
    id,
    title: held ? titleOf(r, 'concern', id) : null,
    state: held ? concernState(held.document) : null,
  };
};

const linkedVisit = (r: Reader, id: string) => {
  const held = readRecord(r, 'visit', id);
  return { id, title: held ? titleOf(r, 'visit', id) : null, state: held ? visitState(held.document) : null };
};

const raisedFrom = (r: Reader, item: string) =>
  r
    .all(sql.selectFrom('concern').select('id').where('source', '=', item).orderBy('raised_on'))
    .map(({ id }) => linkedConcern(r, id));

export const planReads = {
  'plans.list': (r, _, ctx) =>
    ok(
      readAll(r, 'plan')
        .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'))
        .map((plan) => {
          const items = itemsOf(r, plan.id);
          return {
            plan,
            items: items.length,
            settled: items.filter(isSettled).length,
            late: items.filter((item) => isLate(item, ctx.today)).length,
          };
        }),
    ),
  'plans.get': (r, { id }, ctx) => {
    const held = readRecord(r, 'plan', id);
    if (!held) return fail(noPlan);
    const items = itemsOf(r, id);
    const { body, invented } = settings(r, ctx);
    return ok({
      plan: held.document,
      items: items.map((item) => view(item, ctx)),
      names: namesOf(r, items),
      body,
      notice: invented ? inventedNotice : null,
    });
  },
  'plans.item': (r, { id }, ctx) => {
    const item = readRecord(r, 'planItem', id)?.document;
    const plan = item && readRecord(r, 'plan', item.plan)?.document;
    if (!item || !plan) return fail(noItem);
    return ok({
      ...view(item, ctx),
      plan,
      concerns: (item.concerns ?? []).map((one) => linkedConcern(r, one.id)),
      visits: (item.visits ?? []).map((one) => linkedVisit(r, one.id)),
      raised: raisedFrom(r, id),
      names: namesOf(r, [item]),
    });
  },
} satisfies Partial<Reads>;

const save = (w: Writer, ctx: Context, type: RecordType, id: string, patch: Patch) => {
  const saved = saveAndSend(w, author(ctx), type, id, patch);
  return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
};

/** Changes a recommendation that is there. */
const onItem = <T>(w: Writer, id: string, change: (item: PlanItem) => Result<T, Failure>) =>
  w.inTransaction((): Result<T, Failure> => {
    const held = readRecord(w, 'planItem', id);
    return held ? change(held.document) : fail(noItem);
  });

/** What has this number in the office's own series. */
const byReference = (
  r: Reader,
  reference: string,
): { list: 'concerns' | 'visits'; id: string } | undefined => {
  const wanted = reference.trim().toUpperCase();
  const concern = r.first(sql.selectFrom('concern').select('id').where('reference', '=', wanted));
  if (concern) return { list: 'concerns', id: concern.id };
  const visit = r.first(sql.selectFrom('visit').select('id').where('reference', '=', wanted));
  return visit && { list: 'visits', id: visit.id };
};

export const planWrites = {
  'plans.save': (w, { id, patch }, ctx) => w.inTransaction(() => save(w, ctx, 'plan', id, patch)),
  'plans.saveItem': (w, { id, patch }, ctx) => w.inTransaction(() => save(w, ctx, 'planItem', id, patch)),
  'plans.update': (w, { id, status, words }, ctx) =>
    onItem(w, id, () => {
      const said = words?.trim();
      const update = {
        id: newId(ctx.sources),
        on: ctx.today,
        by: ctx.identity.person,
        status,
        ...(said && { words: said }),
      };
      return save(w, ctx, 'planItem', id, [putting(['updates', `#${update.id}`], update)]);
    }),
  'plans.addEvidence': (w, { id, on, words, link }, ctx) =>
    onItem(w, id, (item) => {
      const shown = { id: newId(ctx.sources), on, words, ...(link && { link }) };
      const evidence = [...(item.evidence ?? []), shown];
      return save(w, ctx, 'planItem', id, diff(item, { ...item, evidence }));
    }),
  'plans.link': (w, { id, reference }, ctx) =>
    onItem(w, id, (item) => {
      const found = byReference(w, reference);
      if (!found) return fail({ tag: 'notFound', what: 'concern or visit report of that number' });
      const linked = item[found.list] ?? [];
      const next = linked.some((one) => one.id === found.id) ? linked : [...linked, { id: found.id }];
      const saved = save(w, ctx, 'planItem', id, diff(item, { ...item, [found.list]: next }));
      const type = found.list === 'concerns' ? 'concern' : 'visit';
      return saved.ok ? ok({ ...saved.value, title: titleOf(w, type, found.id) }) : saved;
    }),
  'plans.unlink': (w, { id, record }, ctx) =>
    onItem(w, id, (item) => {
      const without = (list: PlanItem['concerns']) => list?.filter((one) => one.id !== record);
      const next = { ...item, concerns: without(item.concerns), visits: without(item.visits) };
      return save(w, ctx, 'planItem', id, diff(item, next));
    }),
} satisfies Partial<Writes>;
