import { type Reader, sql } from '#db/sql.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import type { Context } from '../context.ts';
import { seesOf } from '../rights.ts';
import type { FigureRecord } from './of-office.ts';

type Opened = Pick<FigureRecord, 'type' | 'id' | 'title'>;

/**
 * The marks that confidential cases are counted by: those whose case may be opened here, with that case, and those of
 * which no more is said than how many they are.
 */
export const marksFor = (r: Reader, ctx: Context): { opened: Map<string, Opened>; kept: string[] } => {
  const seen = seesOf(r, ctx, 'caseFile');
  const held = r.all(sql.selectFrom('caseFile').select(['id', 'mark', 'data']).where('mark', 'is not', null));
  const opened = new Map(
    held.flatMap(({ id, mark, data }): [string, Opened][] => {
      const c: CaseFile = JSON.parse(data);
      const title = c.reference ?? c.imported?.reference ?? '';
      return seen(c) ? [[String(mark), { type: 'caseFile', id, title }]] : [];
    }),
  );
  const all = r.all(sql.selectFrom('caseMark').select('id'));
  return { opened, kept: all.map(({ id }) => id).filter((id) => !opened.has(id)) };
};
