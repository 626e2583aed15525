import type { ReactNode } from 'react';
import { SeverityTag } from '#renderer/concerns/words.tsx';
import { Table } from '#renderer/kit/index.ts';
import { concernsIn, type RaisedConcern } from '#shared/forms/concerns.ts';
import { itemTitle } from '#shared/forms/items.ts';
import { type ItemSubject, lists } from '#shared/forms/scope.ts';
import { capital } from '#shared/text.ts';
import type { OpenDraft } from '../draft/useVisitDraft.ts';

const endings: Partial<Record<RaisedConcern['state'], string>> = {
  addressed: 'Already addressed',
  resolved: 'Resolved during the visit',
};

/** What the office will follow up from this report: read before it is sent, so that nobody wonders afterwards. */
export function WillRaise({ open }: { open: OpenDraft }): ReactNode {
  const { report, kept, settings } = open;
  const { visit } = kept.draft;
  const concerns = concernsIn(report.form, visit, settings);
  if (concerns.length === 0) return null;
  const about = ({ item }: RaisedConcern): string => {
    const of = (Object.keys(lists) as ItemSubject[]).find((one) =>
      visit[lists[one]]?.some(({ id }) => id === item),
    );
    return item && of ? itemTitle(of, visit, item) : 'The visit';
  };
  return (
    <section aria-labelledby="will-raise">
      <h2 className="govuk-heading-m" id="will-raise">
        What this report raises
      </h2>
      <p className="govuk-body">
        When the office receives this, these concerns are raised. You will see what becomes of each.
      </p>
      <Table
        dense
        caption="Concerns that this report raises"
        captionHidden
        firstCellIsHeader
        head={['About', 'Concern', 'Area', 'How serious', 'Who may read it']}
        rows={concerns.map((one) => ({
          key: `${one.item} ${one.question}`,
          cells: [
            about(one),
            <span key="matter" className="desk-words">
              {one.matter}
            </span>,
            capital(one.area),
            endings[one.state] ?? <SeverityTag key="severity" severity={one.severity} />,
            one.sharing === 'office' ? 'The office only' : 'Custody too',
          ],
        }))}
      />
    </section>
  );
}
