import { readAll, readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import type { Output, Parsed } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { parsePeriod } from '#shared/periods.ts';
import { criteriaInOrder, hasStartText, statusOn } from '#shared/quality/criteria.ts';
import { gapsOf } from '#shared/quality/pack.ts';
import { type Criterion, criterionStatus } from '#shared/records/criterion.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Context, Reads } from '../context.ts';
import { inventedNotice, settings } from '../office.ts';
import { figuresAreReady } from '../returns/compute.ts';
import { titleOf } from '../sync/titles.ts';
import { countedFacts, factsOf } from './facts.ts';

type Evidence = Output<'quality.get'>['evidence'][number];

const view = (criterion: Criterion) => ({
  criterion,
  status: criterionStatus(criterion),
  replace: hasStartText(criterion),
});

const evidenceOf = (r: Reader, { evidence }: Criterion): Evidence[] =>
  evidence.map(({ id, on, words, link, record }) => ({
    id,
    on,
    words,
    link: link ?? null,
    record: record ? { type: record.type, id: record.id } : null,
    title: record ? titleOf(r, record.type, record.id) : null,
  }));

const namesOf = (r: Reader, { updates }: Criterion): Record<string, string> =>
  Object.fromEntries(
    [...new Set(updates.map(({ by }) => by))].flatMap((id) => {
      const name = readRecord(r, 'person', id)?.document.name;
      return name ? [[id, name]] : [];
    }),
  );

const choices = (r: Reader, type: 'session' | 'plan') =>
  readAll(r, type)
    .map(({ id }) => ({ id, title: titleOf(r, type, id) }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));

const pack = (
  r: Reader,
  { period: asked }: Parsed<'quality.pack'>,
  ctx: Context,
): Result<Output<'quality.pack'>, Failure> => {
  const office = settings(r, ctx);
  const parsed = parsePeriod(asked, office.yearBegins);
  if (!parsed.ok) return parsed;
  if (!figuresAreReady(r)) return fail({ tag: 'figuresWait' });
  const { id, from, to, label } = parsed.value;
  const facts = factsOf(r, parsed.value, office, ctx);
  const criteria = criteriaInOrder(readAll(r, 'criterion').filter(({ retired }) => !retired));
  const levels = [...Map.groupBy(criteria, ({ level }) => level)].map(([level, own]) => ({
    level,
    criteria: own.map((one) => {
      const said = one.updates.findLast(({ on, words }) => on <= to && words);
      return {
        id: one.id,
        number: one.number,
        text: one.text,
        replace: hasStartText(one),
        status: statusOn(one, to),
        said: said?.words ? { on: said.on, words: said.words } : null,
        fact: facts.find((fact) => fact.id === one.fact) ?? null,
        evidence: evidenceOf(r, one).filter(({ on }) => on <= to),
      };
    }),
  }));
  return ok({
    period: { id, from, to, label },
    body: office.body,
    notice: office.invented ? inventedNotice : null,
    levels,
    facts,
    gaps: gapsOf(levels, facts),
  });
};

export const qualityReads = {
  'quality.list': (r) => ok(criteriaInOrder(readAll(r, 'criterion')).map(view)),
  'quality.get': (r, { id }) => {
    const criterion = readRecord(r, 'criterion', id)?.document;
    if (!criterion) return fail({ tag: 'notFound', what: 'criterion' });
    return ok({
      ...view(criterion),
      evidence: evidenceOf(r, criterion),
      names: namesOf(r, criterion),
      sessions: choices(r, 'session'),
      plans: choices(r, 'plan'),
    });
  },
  'quality.pack': pack,
  'quality.records': (r, { period: asked, fact: id, part, after, limit }, ctx) => {
    const office = settings(r, ctx);
    const parsed = parsePeriod(asked, office.yearBegins);
    if (!parsed.ok) return parsed;
    if (!figuresAreReady(r)) return fail({ tag: 'figuresWait' });
    const fact = countedFacts(r, parsed.value, office, ctx).find((one) => one.id === id);
    if (!fact?.parts.includes(part)) return fail({ tag: 'notFound', what: 'figure' });
    const own = fact.records.filter((one) => one.part === part);
    const from = after === undefined ? 0 : own.findIndex((one) => one.id === after) + 1;
    const rows = own.slice(from, from + limit);
    return ok({
      title: `${fact.title}: ${part}`,
      definition: fact.definition,
      total: own.length,
      rows: rows.map(({ part: _, ...row }) => row),
      next: from + limit < own.length ? (rows.at(-1)?.id ?? null) : null,
    });
  },
} satisfies Partial<Reads>;
