import type { ReactNode } from 'react';
import { notesFates } from '#shared/records/visit.ts';
import { withAnswer } from '../draft/draft.ts';
import type { OpenDraft } from '../draft/useVisitDraft.ts';
import { OneOf } from '../section/OneOf.tsx';

const fateWords: Record<(typeof notesFates)[number], string> = {
  'none made': 'We made none',
  destroyed: 'They are destroyed',
  'handed over': 'They are handed over to the office',
};

/** Notes hold custody numbers: nothing is copied until it is said what became of them. */
export function FateStep({ open }: { open: OpenDraft }): ReactNode {
  const { keeper, kept } = open;
  const set = (fate: string | undefined) =>
    keeper.change((draft) => withAnswer(draft, ['notes'], fate), 'now');
  return (
    <OneOf
      id="notes"
      question="The paper you made notes on in the suite"
      hint="Look through the report before you destroy them."
      value={kept.draft.visit.notes ?? null}
      items={notesFates.map((value) => ({ value, text: fateWords[value] }))}
      pick={set}
      clear={() => set(undefined)}
    />
  );
}
