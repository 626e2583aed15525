import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { capital } from '#shared/text.ts';

type Handover = Output<'handover.get'>;
type Reached = Handover['coordinators'][number];

const parts = (...all: (string | null | undefined)[]) => all.filter(Boolean).join(', ');
const reachedWords = ({ name, telephone, mail }: Reached): string => parts(name, telephone, mail);
const statusWords = { open: '', reserve: 'in reserve', closed: 'closed' } as const;

/** Lines beneath each other in a cell; a dash where there is none. */
function Lines({ lines }: { lines: readonly string[] }): ReactNode {
  if (lines.length === 0) return 'not known';
  return lines.map((line) => (
    <span key={line} className="desk-handover__line">
      {line}
    </span>
  ));
}

/** Who runs what, who holds which post, and whom to ring. */
export function WhoIsWho({ page }: { page: Handover }): ReactNode {
  const { coordinators, panels, suites, contacts } = page;
  return (
    <section aria-labelledby="handover-who">
      <h2 className="govuk-heading-m" id="handover-who">
        Who is who
      </h2>
      <h3 className="govuk-heading-s">Whoever runs the scheme</h3>
      <ul className="govuk-list">
        {coordinators.map((one) => (
          <li key={one.id}>{reachedWords(one)}</li>
        ))}
      </ul>
      {contacts.length > 0 && (
        <>
          <h3 className="govuk-heading-s">Whom to ring when something is urgent</h3>
          <ol className="govuk-list govuk-list--number">
            {contacts.map(({ id, name, telephone, when }) => (
              <li key={id}>{`${parts(isolated(name), telephone)}${when ? `. ${when}` : ''}`}</li>
            ))}
          </ol>
        </>
      )}
      <Table
        dense
        caption="Panels"
        captionSize="s"
        firstCellIsHeader
        head={['Panel', 'Suites', 'Run by', { content: 'Volunteers', numeric: true }]}
        rows={panels.map((panel) => ({
          key: panel.id,
          cells: [
            panel.name,
            panel.suites.join(', '),
            <Lines key="by" lines={panel.coordinators.map(reachedWords)} />,
            { content: count(panel.volunteers), numeric: true },
          ],
        }))}
      />
      <h3 className="govuk-heading-s" id="handover-suites">
        Suites
      </h3>
      <ul className="govuk-list desk-handover__lines" aria-labelledby="handover-suites">
        {suites.map((suite) => (
          <li key={suite.id}>
            <strong>{parts(suite.name, statusWords[suite.status])}</strong>
            <Lines
              lines={[
                parts(suite.telephone, suite.mail),
                ...suite.postholders.map(({ post, name, mail }) =>
                  parts(`${capital(post)}: ${isolated(name)}`, mail),
                ),
              ].filter(Boolean)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
