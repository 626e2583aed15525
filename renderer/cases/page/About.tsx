import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { SummaryList } from '#renderer/kit/index.ts';
import { earlierNumber } from '#shared/cases/number.ts';
import type { SectionProps } from '../parts.ts';
import { channelWords } from '../words.tsx';
import { Section } from './Section.tsx';

const listed = (items: readonly string[]) => (items.length > 0 ? items.join(', ') : '–');

/** What the case is, whom it is from, and what it is about. */
export function About({ shown: { case: c, from, onBehalfOf, may } }: SectionProps): ReactNode {
  const earlier = earlierNumber(c);
  return (
    <Section id="about" title="About the case">
      <SummaryList
        rows={[
          earlier !== undefined && {
            key: 'Number before',
            value: `${earlier}, which something that was sent gives`,
          },
          { key: 'From', value: from ? <Person {...from} mayOpen={may.write} /> : 'Not known' },
          Boolean(onBehalfOf) && {
            key: 'On behalf of',
            value: onBehalfOf ? <Person {...onBehalfOf} mayOpen={may.write} /> : '',
          },
          {
            key: 'Received',
            value: [dayWords(c.received), c.at && `at ${c.at}`, c.channel && channelWords[c.channel]]
              .filter(Boolean)
              .join(', '),
          },
          { key: 'Area', value: c.area ?? '–' },
          Boolean(c.constituency) && { key: 'Constituency', value: c.constituency ?? '' },
          Boolean(c.place) && { key: 'Where it happened', value: c.place ?? '' },
          { key: 'Themes', value: listed(c.themes) },
          c.tags.length > 0 && { key: 'Tags', value: listed(c.tags) },
          { key: 'Summary', value: <span className="desk-words">{c.summary ?? '–'}</span> },
        ]}
      />
      {may.write && (
        <p className="govuk-body">
          <a className="govuk-link" href={`#/cases/${c.id}/edit`}>
            Change what is written down
          </a>
        </p>
      )}
    </Section>
  );
}

/** Somebody of the register; their page is for whoever handles cases. */
function Person({ id, name, mayOpen }: { id: string; name: string; mayOpen: boolean }): ReactNode {
  if (!mayOpen) return name;
  return (
    <a className="govuk-link" href={`#/contacts/${id}`}>
      {name}
    </a>
  );
}
