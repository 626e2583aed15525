import { answersBetween, countChecks, listChecks, listSamples } from '#db/checks.ts';
import { factsAreCurrent } from '#db/facts.ts';
import { readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import { checkState, type RecordCheck } from '#shared/records/record-check.ts';
import { fail, ok } from '#shared/result.ts';
import type { Reads } from '../context.ts';
import { formOf } from '../forms.ts';
import { noCheck } from './steps.ts';

const namesIn = (r: Reader, c: RecordCheck): Record<string, string> => {
  const people = [c.checker, ...c.events.map(({ by }) => by), ...c.corrections.map(({ by }) => by)];
  const named = [
    c.suite && readRecord(r, 'suite', c.suite)?.document,
    ...[...new Set(people)].map((id) => id && readRecord(r, 'person', id)?.document),
  ];
  return Object.fromEntries(named.flatMap((d) => (d ? [[d.id, d.name]] : [])));
};

export const checkReads = {
  'checks.get': (r, { id }) => {
    const check = readRecord(r, 'recordCheck', id)?.document;
    if (!check) return noCheck(r, id);
    return ok({
      check,
      form: formOf(r, check, 'recordCheck'),
      state: checkState(check),
      names: namesIn(r, check),
    });
  },
  'checks.list': (r, input) => ok({ ...listChecks(r, input), total: countChecks(r, input.filter) }),
  'checks.samples': (r) => ok(listSamples(r)),
  'checks.sample': (r, { id }) => {
    const sample = readRecord(r, 'sample', id)?.document;
    if (!sample) return fail({ tag: 'notFound', what: 'sample' });
    const { rows } = listChecks(r, { filter: { show: 'standing', sample: id }, limit: 1_000 });
    return ok({
      sample,
      suite: (sample.suite && readRecord(r, 'suite', sample.suite)?.document.name) || null,
      by: readRecord(r, 'person', sample.by)?.document.name ?? null,
      checks: rows,
    });
  },
  'checks.answers': (r, asked) =>
    factsAreCurrent(r) ? ok(answersBetween(r, asked)) : fail({ tag: 'figuresWait' }),
} satisfies Partial<Reads>;
