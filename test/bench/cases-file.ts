import { writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { makeDice } from '#desk/example/dice.ts';
import { throwCases } from './cases-store.ts';

const office = '0190a5c2-7b1e-7c3a-9d4f-2b6c8e1a0f36';

/** Writes invented correspondence as an office would bring it along: a CSV file of so many rows. */
export const writeCasesFile = async (path: string, rows: number): Promise<void> => {
  const all = throwCases({ office, people: rows, dice: makeDice(11) }, rows);
  const lines = [...all].map((c, i) => [
    ...[`OLD/${i + 1}`, c.received, c.kind, c.channel, c.area, c.themes.join(';')],
    ...[
      c.acknowledged?.on,
      c.answered?.on,
      c.closings[0]?.on,
      c.closings[0] && c.kind !== 'FOI request' ? 'Answered' : '',
    ],
  ]);
  const head = [
    'reference',
    'received',
    'kind',
    'channel',
    'area',
    'themes',
    'acknowledged',
    'answered',
    'closed',
  ];
  writeFileSync(path, stringify([[...head, 'outcome'], ...lines]));
};
