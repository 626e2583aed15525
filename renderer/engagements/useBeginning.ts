import { useSearchParams } from 'wouter';
import { useRead } from '#renderer/app/host.tsx';
import { behindOf } from './addresses.ts';
import type { LinkedCase } from './CaseList.tsx';
import type { Beginning } from './engagementForm.ts';

/** As many cases as one engagement or question is begun from; further ones are added case by case. */
const mostCases = 200;

type Begun = {
  readonly start: Beginning;
  readonly cases: readonly LinkedCase[];
  readonly more: boolean;
  readonly waits: boolean;
};

/** What something new is begun from: the cases that the address speaks of, or the one case it was begun on. */
export const useBeginning = (isNew: boolean): Begun => {
  const [search] = useSearchParams();
  const behind = isNew ? behindOf(search) : undefined;
  const own = isNew ? search.get('case') : null;
  const none = { from: '1900-01-01', to: '1900-01-01' };
  const many = useRead('themes.cases', { ...(behind ?? none), limit: mostCases }, { wanted: !!behind });
  const one = useRead('cases.get', { id: own ?? '' }, { wanted: own !== null });
  const found = one.data?.case;
  const single: LinkedCase[] = found
    ? [
        {
          id: found.id,
          reference: found.reference ?? found.imported?.reference ?? null,
          kind: found.kind,
          received: found.received,
        },
      ]
    : [];
  // One that somebody may not open is not theirs to link.
  const cases = [...(many.data?.rows ?? []), ...single].filter(({ kind }) => kind !== null);
  const theme = behind?.theme ?? found?.themes[0];
  const area = behind?.area ?? found?.area;
  const constituency = behind?.constituency ?? found?.constituency;
  const place = behind?.place ?? found?.place;
  return {
    start: {
      ...(theme && { theme }),
      ...(area && { area }),
      ...(constituency && { constituency }),
      ...(place && { place }),
      cases: cases.map(({ id }) => id),
    },
    cases,
    more: (many.data?.next ?? null) !== null,
    waits: many.isLoading || one.isLoading,
  };
};
