import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { PageHeading } from '#renderer/kit/index.ts';
import { type CopyPart, type CustodyCopy, custodyCopy } from '#shared/forms/custody.ts';
import type { Section } from '#shared/forms/definition.ts';
import { confidential, detaineeTitle } from '#shared/forms/items.ts';
import { answerTo, itemScope, type Scope, scopeAt, within } from '#shared/forms/scope.ts';
import type { Detainee } from '#shared/records/detainee.ts';
import type { Ladder } from '#shared/records/ladder.ts';
import type { Visit } from '#shared/records/visit.ts';
import { Answers } from '../report/Answers.tsx';
import { CountsTable } from '../report/Counts.tsx';
import { DetaineeCard } from '../report/DetaineeCard.tsx';
import { ItemsTable } from '../report/ItemsTable.tsx';
import { Part } from '../report/Part.tsx';
import { useRunningHead } from '../report/useRunningHead.ts';
import { PaperPage } from './PaperPage.tsx';

/** The copy of a report that custody is given. */
export function CustodyPage(): ReactNode {
  const { id = '' } = useParams();
  const report = useRead('visits.get', { id });
  const settings = useRead('settings.get', {});
  const failure = report.error ?? settings.error;
  if (failure) return <Failed failure={failure} />;
  if (!report.data || !settings.data) return <Waiting />;
  const { form, visit, names } = report.data;
  return (
    <PaperPage back={{ href: `#/visits/${id}`, text: 'Back to the report' }}>
      <Copy copy={custodyCopy(form, visit, settings.data)} names={names} />
    </PaperPage>
  );
}

type CopyProps = { copy: CustodyCopy; names: Record<string, string> };

/** What custody reads: answers only, so that nothing on it shows that there could be more. */
export function Copy({ copy, names }: CopyProps): ReactNode {
  const { visit, parts } = copy;
  const name = nameOf(visit, names);
  useRunningHead([name, visit.reference].filter(Boolean).join(', '), confidential);
  const scoped = (part: CopyPart) => ({ scope: scopeAt(visit, part), sections: part.sections });
  const of = (subject: CopyPart['of']) => parts.filter((part) => part.of === subject).map(scoped);
  const [detainees, matters] = [of('detainee'), of('matter')];
  return (
    <>
      <PageHeading caption={visit.reference}>{['Visit report', name].filter(Boolean).join(': ')}</PageHeading>
      <p className="govuk-body desk-confidential">{confidential}.</p>
      {of('visit').flatMap(({ scope, sections }) =>
        sections.map((section) => (
          <Part key={section.id} id={section.id} title={section.title}>
            <Said section={section} scope={scope} names={names} />
          </Part>
        )),
      )}
      {detainees.length > 0 && (
        <Part id="detainees" title="Detainees">
          {detainees.map(({ scope, sections }) => (
            <DetaineeCard
              key={scope.path.join()}
              title={titleOf(scope)}
              scope={scope}
              sections={sections}
              names={names}
            />
          ))}
        </Part>
      )}
      {matters.length > 0 && (
        <Part id="matters" title="Raised on the day">
          <ItemsTable of="matter" title="Raised on the day" items={matters} about={aboutText} names={names} />
        </Part>
      )}
    </>
  );
}

/** Suite and day, where the copy has them. */
const nameOf = ({ suite, date }: Visit, names: CopyProps['names']): string =>
  [suite && names[suite], date && dayWords(date)].filter(Boolean).join(', ');

/** A detainee by number, where the copy has it: a number that is not there is not missed either. */
const titleOf = (scope: Scope): string => detaineeTitle((within(scope, []) as Detainee | undefined) ?? {});

const aboutText = (scope: Scope): string => {
  const detainee = within(scope, ['detainee']);
  if (typeof detainee !== 'string') return 'The suite';
  return titleOf(itemScope('detainee', scope.visit, detainee));
};

/** One section of the visit: counts stand as they were counted, since what they leave open may be for the office. */
function Said({ section, scope, names }: { section: Section; scope: Scope; names: CopyProps['names'] }) {
  const ladders = section.questions.filter((q) => q.kind === 'ladder');
  const others = section.questions.filter((q) => q.kind !== 'ladder');
  return (
    <>
      {others.length > 0 && (
        <Answers section={{ ...section, questions: others }} scope={scope} names={names} />
      )}
      {ladders.length > 0 && (
        <CountsTable
          title={section.title}
          columns={ladders.map((q) => ({ q, ladder: answerTo(q, scope) as Ladder }))}
        />
      )}
    </>
  );
}
