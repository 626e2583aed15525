import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Button, Table } from '#renderer/kit/index.ts';
import type { LineView } from '#shared/claim-views.ts';
import type { Output } from '#shared/contract.ts';
import { kindTitles, money, newsWords } from './words.tsx';

type LinesProps = {
  view: Output<'claims.get'>;
  onChange: (line: string) => void;
  onRemove: (line: string) => void;
};

/** The lines of a claim by their days, each with what it comes to, and what they come to together. */
export function Lines({ view, onChange, onRemove }: LinesProps): ReactNode {
  const { lines, total, may } = view;
  if (lines.length === 0) return <p className="govuk-body">There is nothing in this claim yet.</p>;
  const numeric = { numeric: true } as const;
  return (
    <Table
      dense
      caption="What is claimed"
      captionSize="m"
      head={[
        'For',
        'What',
        { content: 'Miles', ...numeric },
        { content: 'Amount', ...numeric },
        ...(may.write ? [{ content: <span className="govuk-visually-hidden">Change</span> }] : []),
      ]}
      rows={[
        ...lines.map((one) => ({
          key: one.line.id,
          cells: [
            <What key="for" {...one} />,
            [kindTitles[one.line.kind], one.line.words].filter(Boolean).join(': '),
            { content: one.line.miles ?? '', ...numeric },
            { content: <Amount {...one} />, ...numeric },
            ...(may.write ? [<Changes key="change" {...one} onChange={onChange} onRemove={onRemove} />] : []),
          ],
        })),
        {
          key: 'total',
          cells: [
            <strong key="total">Total</strong>,
            '',
            { content: <strong>{total.miles || ''}</strong>, ...numeric },
            { content: <strong>{money(total.pence)}</strong>, ...numeric },
            ...(may.write ? [''] : []),
          ],
        },
      ]}
    />
  );
}

/** What a line is for, and whatever has become of that since. */
function What(one: LineView): ReactNode {
  const { line, what, also } = one;
  const news = newsWords(one);
  const address = line.for.type === 'visit' ? '#/visits' : '#/sessions';
  return (
    <>
      {what ? (
        <a className="govuk-link" href={`${address}/${line.for.id}`}>
          {what}
        </a>
      ) : (
        `A ${line.for.type}, ${dayWords(line.on)}`
      )}
      {news && <p className="govuk-hint desk-claim-news">{news}</p>}
      {also && (
        <p className="govuk-hint desk-claim-news">
          The same is claimed in{' '}
          <a className="govuk-link" href={`#/claims/${also.id}`}>
            {also.title}
          </a>
          .
        </p>
      )}
    </>
  );
}

function Amount({ line, pence, cut }: LineView): ReactNode {
  if (pence === null) return 'no rate';
  return cut && line.pence !== undefined ? (
    <>
      {money(pence)}
      <p className="govuk-hint desk-claim-news">of {money(line.pence)}: it is the most that is paid</p>
    </>
  ) : (
    money(pence)
  );
}

type ChangesProps = LineView & Omit<LinesProps, 'view'>;

function Changes({ line, onChange, onRemove }: ChangesProps): ReactNode {
  const which = `${kindTitles[line.kind]} of ${dayWords(line.on)}`;
  return (
    <span className="desk-claim-changes">
      <Button type="button" kind="secondary" onClick={() => onChange(line.id)}>
        Change<span className="govuk-visually-hidden"> {which}</span>
      </Button>
      <Button type="button" kind="secondary" onClick={() => onRemove(line.id)}>
        Remove<span className="govuk-visually-hidden"> {which}</span>
      </Button>
    </span>
  );
}
