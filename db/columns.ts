import { completeLadder } from '#shared/records/ladder.ts';
import type { Documents } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import { delayMinutes, visitState } from '#shared/records/visit.ts';

type Columns = Record<string, string | number | null>;

/** A report without a date is unfinished and belongs on top of the list: it stands on the last day there is. */
export const undated = '9999-12-31';

/** The plain list columns of each type, written with the document so that no list ever reads one. */
export const columnsOf: { [T in RecordType]: (document: Documents[T], savedAt: string) => Columns } = {
  setting: () => ({}),
  suite: ({ name }) => ({ name }),
  panel: ({ name }) => ({ name }),
  person: (p) => ({
    name: p.name,
    panel: p.panel ?? null,
    joined: p.volunteer?.joined ?? null,
    left: p.volunteer?.left ?? null,
  }),
  form: (f) => ({ of: f.of, version: f.version }),
  throughput: (t) => ({ suite: t.suite, month: t.month }),
  visit: (v, savedAt) => {
    const { held, offered, accepted, unexplained } = completeLadder(v.counts.total ?? {});
    return {
      state: visitState(v),
      listed_on: v.date ?? undated,
      date: v.date ?? null,
      arrived: v.arrived ?? null,
      suite: v.suite ?? null,
      panel: v.panel ?? null,
      outcome: v.outcome ?? null,
      method: v.method ?? null,
      purpose: v.purpose ?? null,
      visitor1: v.visitor1 ?? null,
      visitor2: v.visitor2 ?? null,
      held,
      offered,
      accepted,
      delay: delayMinutes(v),
      unexplained,
      reference: v.reference ?? v.imported?.reference ?? null,
      corrections: v.corrections.length,
      saved_at: savedAt,
    };
  },
};
