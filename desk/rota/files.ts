import { stringify } from 'csv-stringify/sync';
import type { Output } from '#shared/contract.ts';
import { handedRound, rotaDocument } from '#shared/rota/document.ts';
import type { RotaPerson, RotaPlace } from '#shared/rota-views.ts';
import { fileName } from '#shared/text.ts';
import { safeCsv } from '../csv.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile } from '../made-files.ts';

const heads = ['Week', 'Suite', 'TACT', 'First', 'Second', 'In training'];

const nameIn = (person: RotaPerson | null): string => (person ? (person.name ?? 'Somebody') : '');

const cells = ({ week, suiteName, tact, first, second, trainee }: RotaPlace): string[] => [
  week,
  suiteName,
  tact ? 'yes' : '',
  nameIn(first),
  nameIn(second),
  nameIn(trainee),
];

const csvOf = ({ places, notice }: Output<'rota.get'>): string =>
  stringify(
    [
      [...heads, ...(notice ? ['Notice'] : [])],
      ...handedRound(places).map((place) => [...cells(place), ...(notice ? [notice] : [])]),
    ],
    safeCsv,
  );

/** The rota of a quarter as it is handed round: what volunteers see, with no day and no time. */
export const rotaFiles = (read: Asking): FileCalls<'rota.file'> => ({
  'rota.file': async ({ quarter, panel, as }) => {
    const found = await read('rota.get', { quarter, panel });
    if (!found.ok) return found;
    const name = fileName(as, 'Rota', found.value.quarter.label);
    return as === 'csv'
      ? madeFile(name, 'text/csv;charset=utf-8', csvOf(found.value))
      : madeFile(name, docxType, await docxOf(rotaDocument(found.value, panel)));
  },
});
