import { markId, markOf } from '#shared/cases/mark.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import type { CaseMark } from '#shared/records/case-mark.ts';
import { same } from '#shared/sync/patch.ts';
import { type Context, readPlace } from './context.ts';

/**
 * Holds confidential cases against the marks by which figures count them, of which a hub of an older version beside a
 * newer one knew nothing. Takes each record as it is met, and keeps those few alone.
 */
export const marksTally = () => {
  const due = new Map<string, CaseMark>();
  const marks = new Map<string, CaseMark>();
  const unread = new Set<string>();
  return {
    /** @param document undefined where it does not open */
    meet(type: string, id: string, document: object | undefined): void {
      if (type === 'caseMark' && document) marks.set(id, document as CaseMark);
      if (type !== 'caseFile') return;
      const mark = document && markOf(document as CaseFile);
      if (!mark) unread.add(markId(id));
      else if (mark.counted) due.set(mark.id, mark);
    },
    async findings(ctx: Context): Promise<string[]> {
      // What is taken back is counted once that is closed.
      if ((await readPlace(ctx)).recovering) return [];
      const others = new Map([...marks].filter(([id]) => !due.has(id) && !unread.has(id)));
      let wrong = [...due].filter(([id, mark]) => !same(mark, marks.get(id))).length;
      for (const id of others.size > 0 ? await casesHeld(ctx) : []) {
        // Of one that is every caseworker's again the mark stays, and counts nothing.
        if (others.get(markId(id))?.counted) wrong += 1;
        others.delete(markId(id));
      }
      return [
        ...sentence(wrong, 'is not counted as it is now kept', 'are not counted as they are now kept'),
        ...sentence(others.size, 'was destroyed and left its mark', 'were destroyed and left their marks'),
      ];
    },
  };
};

const sentence = (count: number, one: string, more: string): string[] =>
  count === 0
    ? []
    : [
        `${count === 1 ? `1 confidential case ${one}` : `${count} confidential cases ${more}`}: end every hub of an older version, then start "hub serve" again, which puts it right.`,
      ];

const casesHeld = async ({ db }: Context): Promise<string[]> => {
  const rows = await db
    .selectFrom('record')
    .select('id')
    .where('type', '=', 'caseFile')
    .where('purged', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
};
