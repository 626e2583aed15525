import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { SummaryList, Tag } from '#renderer/kit/index.ts';
import { Explained } from '#renderer/reviews/Clocks.tsx';
import type { CaseShown, SectionProps } from '../parts.ts';
import { Section } from './Section.tsx';

type Clock = CaseShown['deadlines'][number];

function ClockValue({ clock }: { clock: Clock }): ReactNode {
  const { due, done, late, statutory, confirm, title } = clock;
  return (
    <>
      {due ? dayWords(due) : 'The clock stands still'}
      {done && `, done on ${dayWords(done)}`} {late && <Tag colour="red">{done ? 'Late' : 'Overdue'}</Tag>}{' '}
      {statutory ? <Tag>Law</Tag> : <Tag colour="grey">Office standard</Tag>}
      {confirm && <span className="govuk-hint"> To be confirmed in law.</span>}
      <Explained of={title} clock={clock} />
    </>
  );
}

/** Every clock of the case, each with the paragraph that explains it. */
export function CaseClocks({ shown: { deadlines } }: SectionProps): ReactNode {
  return (
    <Section id="clocks" title="Clocks">
      {deadlines.length === 0 && <p className="govuk-body">No clock runs for a case of this kind.</p>}
      <SummaryList
        rows={deadlines.map((clock) => ({ key: clock.title, value: <ClockValue clock={clock} /> }))}
      />
    </Section>
  );
}
