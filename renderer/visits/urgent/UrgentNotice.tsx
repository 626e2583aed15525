import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { InsetText } from '#renderer/kit/index.ts';
import type { Form, Question } from '#shared/forms/definition.ts';
import { itemTitle } from '#shared/forms/items.ts';
import { concernOf, raised } from '#shared/forms/raised.ts';
import { asItem, type FormSettings, itemIdOf, type Scope } from '#shared/forms/scope.ts';
import { callsOf, type Visit } from '#shared/records/visit.ts';
import type { OpenDraft } from '../draft/useVisitDraft.ts';
import { urgentPlace } from './place.ts';

/** Stands beneath a question, and says it aloud, when its answer is one that cannot wait for anybody to read the report. */
export function UrgentNotice({ q, scope }: { q: Question; scope: Scope }): ReactNode {
  if (q.raises?.severity !== 'immediate') return null;
  return (
    <div role="status">
      {concernOf(q, scope) && (
        <InsetText className="desk-urgent-notice">
          <strong>This cannot wait.</strong> Tell staff or ring now: saving tells nobody. <WhomToRing />
        </InsetText>
      )}
    </div>
  );
}

/** What in the whole report cannot wait, at the head of its list of sections. */
export function UrgentSummary({ open }: { open: OpenDraft }): ReactNode {
  return (
    <Urgent form={open.report.form} visit={open.kept.draft.visit} settings={open.settings}>
      <strong>This cannot wait.</strong> Tell staff or ring now: saving tells nobody. <WhomToRing />
    </Urgent>
  );
}

/** The same for whoever reads the report at the office: it may stand pages below. */
export function UrgentToRead(report: Reported): ReactNode {
  return (
    <Urgent {...report}>
      <strong>This report tells of what cannot wait.</strong>
    </Urgent>
  );
}

type Reported = { form: Form; visit: Visit; settings: FormSettings };

function Urgent({ form, visit, settings, children }: Reported & { children: ReactNode }): ReactNode {
  const now = raised(form, visit, settings).filter((r) => r.severity === 'immediate');
  const calls = callsOf(visit).length;
  if (now.length === 0) return null;
  return (
    <InsetText className="desk-urgent-notice desk-screen-only">
      <p className="govuk-body">{children}</p>
      <ul className="govuk-list govuk-list--bullet">
        {now.map(({ scope, question }) => (
          <li key={[...scope.path, question.id].join(' ')}>{titleOf(scope, question)}</li>
        ))}
      </ul>
      <p className="govuk-body govuk-!-margin-bottom-0">
        {calls === 0
          ? 'No call is written down yet.'
          : calls === 1
            ? '1 call is written down.'
            : `${calls} calls are written down.`}
      </p>
    </InsetText>
  );
}

const titleOf = (scope: Scope, { text }: Question): string => {
  const of = asItem(scope.of);
  return of ? `${itemTitle(of, scope.visit, itemIdOf(scope))}: ${text}` : text;
};

function WhomToRing(): ReactNode {
  const [path] = useLocation();
  return (
    <a className="govuk-link" href={`#${urgentPlace(path)}`}>
      What to do, and whom to ring
    </a>
  );
}
