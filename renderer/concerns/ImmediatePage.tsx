import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { BackLink, Card, PageHeading } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { ImmediateConcern } from '#shared/concern-views.ts';
import { capital } from '#shared/text.ts';
import { TellForm } from './TellForm.tsx';
import { concernName, SeverityTag, StateTag } from './words.tsx';

/** Open matters that cannot wait: those of which nobody is known to have been told, then who was told of the others. */
export function ImmediatePage(): ReactNode {
  const read = useRead('concerns.immediate', {});
  return (
    <>
      <BackLink href="#/concerns">All concerns</BackLink>
      <PageHeading>Immediate and serious matters</PageHeading>
      <p className="govuk-body">
        Open concerns that are immediate or an allegation. Tell somebody who can act, then write down here who
        was told and when.
      </p>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {read.data && (
        <>
          <h2 className="govuk-heading-m">Nobody is written down as told</h2>
          {read.data.untold.length === 0 && <p className="govuk-body">None.</p>}
          {read.data.untold.map((one) => (
            <Matter key={one.id} one={one}>
              <TellForm id={one.id} label={titleOf(one)} />
            </Matter>
          ))}
          <h2 className="govuk-heading-m">Somebody was told</h2>
          {read.data.told.length === 0 && <p className="govuk-body">None.</p>}
          {read.data.told.map((one) => (
            <Matter key={one.id} one={one}>
              <p className="govuk-body govuk-!-margin-bottom-0">
                {[one.who, `${dayWords(one.on)}${one.at ? ` at ${one.at}` : ''}`].join(', ')}
                {one.by && `; written down by ${isolated(one.by)}`}
              </p>
            </Matter>
          ))}
        </>
      )}
    </>
  );
}

const titleOf = ({ suite, raisedOn, reference }: ImmediateConcern) =>
  [concernName(suite, raisedOn), reference].filter(Boolean).join(', ');

function Matter({ one, children }: { one: ImmediateConcern; children: ReactNode }): ReactNode {
  return (
    <Card
      title={titleOf(one)}
      headingLevel={3}
      actions={[{ text: 'Open', hiddenText: `concern ${titleOf(one)}`, href: `#/concerns/${one.id}` }]}
    >
      <p className="govuk-body desk-tags">
        <SeverityTag severity={one.severity} /> <StateTag state={one.state} /> {capital(one.area)}
      </p>
      <p className="govuk-body desk-words">{one.matter}</p>
      {children}
    </Card>
  );
}
