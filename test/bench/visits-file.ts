import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { bigExample } from '#desk/example/example.ts';
import { visitForm } from '#shared/forms/default/index.ts';
import { derivedId } from '#shared/ids.ts';
import { today } from './store.ts';

const office = '0190a5c2-7b1e-7c3a-9d4f-2b6c8e1a0f35';

const columns = [
  ...['reference', 'suite', 'date', 'outcome', 'method', 'purpose', 'visitor_1', 'visitor_2'],
  ...['arrived', 'admitted', 'left', 'delay_reason', 'held', 'not_available', 'not_offered', 'offered'],
  ...['accepted', 'declined', 'opcat', 'praise', 'comments'],
];

/** Writes the visits of an invented scheme as an office would bring them along: a CSV file of so many rows. */
export const writeVisitsFile = async (path: string, rows: number): Promise<void> => {
  const form = visitForm(derivedId(office, 'form', 'visit'));
  const big = bigExample({ seed: 7, today, office, form, visits: rows, years: 10 });
  const names = new Map([...big.suites, ...big.people].map((record) => [record.id, record.name]));
  const named = (id: string | undefined) => (id && names.get(id)) ?? '';
  const file = createWriteStream(path);
  file.write(stringify([columns]));
  let row = 0;
  for (const v of big.visits) {
    const { held, notAvailable, notOffered, offered, accepted, declined } = v.counts.total ?? {};
    const line = [
      ...[`OLD/${++row}`, named(v.suite), v.date, v.outcome, v.method, v.purpose],
      ...[named(v.visitor1), named(v.visitor2), v.arrived, v.admitted, v.left, v.delayReason],
      ...[held, notAvailable, notOffered, offered, accepted, declined],
      ...[v.opcatConcerns, v.praiseWords ?? '', v.comments],
    ];
    if (!file.write(stringify([line]))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
};
