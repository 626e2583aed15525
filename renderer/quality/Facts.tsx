import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import type { Fact } from '#shared/quality/facts.ts';
import { behindAddress } from './words.tsx';

/** What the records prove: a sentence each, its figures, and from every figure the way to its records. */
export function Facts({ facts, period }: { facts: readonly Fact[]; period: string }): ReactNode {
  return facts.map((fact) => (
    <section key={fact.id}>
      <h3 className="govuk-heading-s">{fact.title}</h3>
      <p className="govuk-body">{fact.sentence}</p>
      {fact.figures.length > 0 && (
        <Table
          dense
          className="desk-fact"
          caption={fact.title}
          captionHidden
          firstCellIsHeader
          head={['What', { content: 'Figure', numeric: true }]}
          rows={fact.figures.map((figure) => ({
            key: figure.title,
            cells: [
              figure.title,
              {
                content: (
                  <a className="govuk-link" href={behindAddress(period, fact.id, figure)}>
                    {figure.display}
                    <span className="govuk-visually-hidden">: records behind {figure.title}</span>
                  </a>
                ),
                numeric: true,
              },
            ],
          }))}
        />
      )}
      <p className="govuk-body-s">{fact.definition}</p>
    </section>
  ));
}
