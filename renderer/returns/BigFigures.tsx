import type { ReactNode } from 'react';
import { Figure, FigureRow } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import type { MeasureResult, ReturnKind, ReturnResult } from '#shared/views.ts';
import { FigureRecords } from './FigureRecords.tsx';
import { useTold } from './told.ts';

const first: Readonly<Record<ReturnKind, readonly string[]>> = {
  icv: ['visits.completed', 'detainees.held', 'delay.over'],
  reviews: ['reviews.received', 'reviews.completed', 'completed.inTarget'],
  correspondence: ['cases.received', 'cases.open', 'requests.inTime'],
};

/** The four figures that people ask for first. Which consent rate is among them, the office has set. */
export function BigFigures({ result }: { result: ReturnResult }): ReactNode {
  const told = useTold(result);
  const found = [...first[result.return], result.headline].map((id) =>
    result.measures.find((measure) => measure.id === id),
  );
  return (
    <FigureRow>
      {found.map(
        (measure) =>
          measure && (
            <Figure
              key={measure.id}
              value={measure.display}
              label={measure.title}
              note={noteOf(measure)}
              definition={
                <>
                  {measure.definition} <FigureRecords told={told} measure={measure} />
                </>
              }
            />
          ),
      )}
    </FigureRow>
  );
}

/** Of how many, and how it was in the period before. */
function noteOf({ numerator, denominator, compare }: MeasureResult): string | undefined {
  const share =
    numerator !== undefined && denominator !== undefined && `${count(numerator)} of ${count(denominator)}`;
  const before = compare && `${compare.previous.display} in ${compare.previous.period.label}`;
  return [share, before].filter(Boolean).join('; ') || undefined;
}
