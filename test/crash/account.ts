import { sha256 } from '#desk/context.ts';
import { declaredContent, withoutRemoved } from '#shared/records/declared.ts';
import { type Visit, visitState } from '#shared/records/visit.ts';
import { applyPatch, same } from '#shared/sync/patch.ts';
import type { Deed, Told } from './deeds.ts';

/** What a report must be, from what somebody was told is saved. */
export type Known = {
  said: Partial<Visit>;
  /** Where it went, and the words with which it went there. */
  moves: { to: string; words?: string }[];
  declared: { by: string; content: string }[];
  corrections: number;
  reference?: string;
};

const nothing: Known = { said: {}, moves: [], declared: [], corrections: 0 };
const contentOf = (said: Partial<Visit>): string => declaredContent(said as Visit);

const declaredBy = (known: Known, by: string): Known['declared'] => {
  const content = contentOf(known.said);
  return known.declared.some((d) => d.by === by && d.content === content)
    ? known.declared
    : [...known.declared, { by, content }];
};

const moved = (known: Known, ...moves: Known['moves']): Known => ({
  ...known,
  moves: [...known.moves, ...moves],
});
const isExercise = (known: Known): boolean => known.moves[0]?.to === 'practice';

/** A report after somebody did something to it. */
export const after = (known: Known = nothing, deed: Deed): Known => {
  switch (deed.kind) {
    case 'begins':
      return deed.practice ? moved(known, { to: 'practice' }) : known;
    case 'types':
      return { ...known, said: applyPatch(known.said, deed.patch).document };
    case 'declares':
      return { ...known, declared: declaredBy(known, deed.by) };
    case 'discards':
      return moved(known, { to: 'discarded' });
    case 'restores':
      return moved(known, { to: isExercise(known) ? 'practice' : 'draft' });
    case 'sends': {
      const sent = {
        ...known,
        said: withoutRemoved(known.said as Visit),
        declared: declaredBy(known, deed.by),
      };
      return isExercise(known) ? sent : moved(sent, { to: 'ready' }, { to: 'received' });
    }
    case 'reads':
      return moved(known, { to: deed.to, words: deed.words });
    case 'answers':
      return moved(known, { to: 'answered', words: deed.words });
    case 'corrects': {
      const { document } = applyPatch(known.said, deed.patch);
      // A correction that changes nothing is none.
      if (same(known.said, document)) return known;
      const corrected = { ...known, said: document, corrections: known.corrections + 1 };
      return { ...corrected, declared: declaredBy(corrected, deed.by) };
    }
  }
};

/** What was called saved, report by report, and the one thing that had been asked for and not answered. */
export const account = (lines: readonly string[]) => {
  const reports = new Map<string, Known>();
  let asked: Deed | undefined;
  for (const line of lines) {
    const told = JSON.parse(line) as Told;
    if (told.kind !== 'saved') asked = told;
    else if (asked) {
      const known = after(reports.get(asked.id), asked);
      reports.set(asked.id, { ...known, ...(told.reference && { reference: told.reference }) });
      asked = undefined;
    }
  }
  return { reports, asked };
};

/** Whether a report is exactly what somebody left there: each thing said, and nothing beside it. */
export const isSo = (found: Visit | undefined, known: Known): boolean => {
  if (!found) return false;
  const {
    id: _,
    form: _f,
    events,
    corrections,
    declarations = [],
    reference,
    visitor1: _v,
    panel: _p,
    ...said
  } = found;
  const content = sha256(declaredContent(found));
  const current = contentOf(known.said);
  return (
    same(said, { counts: {}, answers: {}, ...known.said }) &&
    same(
      events.map(({ to, why }) => ({ to, words: why })),
      known.moves,
    ) &&
    visitState(found) === (known.moves.at(-1)?.to ?? 'draft') &&
    same(
      declarations.map((d) => ({ by: d.by, stands: d.content === content })),
      known.declared.map((d) => ({ by: d.by, stands: d.content === current })),
    ) &&
    corrections.length === known.corrections &&
    // An exercise leaves without a number, and whatever has one keeps it.
    (known.reference === undefined || known.reference === reference) &&
    corrections.every((c, i) => c.number === i + 1)
  );
};
