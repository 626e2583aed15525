import type { ReactNode } from 'react';
import { Figure, FigureRow } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import type { MeasureResult, ReturnResult } from '#shared/views.ts';
import { FigureRecords } from './FigureRecords.tsx';

/** The four figures that people ask for first. Which consent rate is among them, the office has set. */
export function BigFigures({ result }: { result: ReturnResult }): ReactNode {
  const wanted = ['visits.completed', result.headline, 'detainees.held', 'delay.over'];
  const found = wanted.map((id) => result.measures.find((measure) => measure.id === id));
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
                  {measure.definition} <FigureRecords period={result.period.id} measure={measure} />
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
