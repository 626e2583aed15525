import { stringify } from 'csv-stringify/sync';
import type { MeasureResult, ReturnResult } from '#shared/views.ts';
import { safeCsv } from '../csv.ts';

/** A return as a file: a line for each figure, of the whole and of every part. */
export const returnAsCsv = (result: ReturnResult): string => {
  const line = (group: string) => (m: MeasureResult) => [
    result.period.label,
    group,
    m.id,
    m.title,
    m.value ?? '',
    m.numerator ?? '',
    m.denominator ?? '',
    m.display,
    m.restsOn,
    m.restsOnWhat,
    m.blank,
    m.definition,
    ...(result.notice ? [result.notice] : []),
  ];
  const header = [
    'period',
    'part',
    'measure',
    'title',
    'value',
    'numerator',
    'denominator',
    'display',
    'rests_on',
    'rests_on_what',
    'blank',
    'definition',
    ...(result.notice ? ['notice'] : []),
  ];
  const parts = (result.groups ?? []).flatMap((group) => group.measures.map(line(group.key)));
  return stringify([header, ...result.measures.map(line('All')), ...parts], safeCsv);
};
