import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { BackLink, ButtonLink, PageHeading } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { isOpenState, isWithOffice, visitorsOf } from '#shared/records/visit.ts';
import { NotADraft } from '../NotADraft.tsx';
import { Report } from '../report/Report.tsx';
import { visitName } from '../words.ts';
import { DeclareForm } from './DeclareForm.tsx';
import { declaredBy } from './declared.ts';

/** A visitor reads the report through, as it is in the store, and declares it at its end. */
export function DeclarePage(): ReactNode {
  const { id = '', person = '' } = useParams();
  const report = useRead('visits.get', { id });
  const settings = useRead('settings.get', {});
  const session = useSession();
  const failure = report.error ?? settings.error ?? session.error;
  if (failure) return <Failed failure={failure} />;
  if (!report.data || !settings.data || !session.data) return <Waiting />;
  const { visit, form, names, state, declarations } = report.data;
  if (!isOpenState(state) && !isWithOffice(state)) return <NotADraft id={id} state={state} />;
  const back = isOpenState(state)
    ? { href: `/visits/${id}/check`, text: 'Back to the final check' }
    : { href: `/visits/${id}`, text: 'Back to the report' };
  const one = declaredBy(visit, declarations, names).find((d) => d.person === person);
  const mine = person === session.data.person.id;
  return (
    <>
      <BackLink href={`#${back.href}`}>{back.text}</BackLink>
      <PageHeading caption={visit.reference ?? visitName(visit.suite && names[visit.suite], visit.date)}>
        {one ? `Declaration of ${isolated(one.name)}` : 'Declaration'}
      </PageHeading>
      {!visitorsOf(visit).includes(person) && <Failed failure={{ tag: 'notTheirVisit' }} />}
      {one?.declaration?.stands && (
        <>
          <p className="govuk-body">{one.name} has declared the report as it is.</p>
          <ButtonLink href={`#${back.href}`}>{back.text}</ButtonLink>
        </>
      )}
      {one && !one.declaration?.stands && (
        <>
          <p className="govuk-body">
            {mine
              ? 'Read the report through. You declare at its end.'
              : `${isolated(one.name)} reads the report through, and declares at its end with their own PIN.`}
          </p>
          <Report form={form} visit={visit} settings={settings.data} names={names} />
          <DeclareForm id={id} person={person} name={one.name} mine={mine} then={back.href} />
        </>
      )}
    </>
  );
}
