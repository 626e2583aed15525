import type { ReactNode } from 'react';
import { isMatterKept } from '#shared/forms/custody.ts';
import type { Form, Section } from '#shared/forms/definition.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { confidential, itemTitle } from '#shared/forms/items.ts';
import {
  asItem,
  type FormSettings,
  type ItemSubject,
  itemIdOf,
  itemScopes,
  type Scope,
  visitScope,
  within,
} from '#shared/forms/scope.ts';
import { subjectOf } from '#shared/forms/terms.ts';
import type { Matter } from '#shared/records/detainee.ts';
import type { Visit } from '#shared/records/visit.ts';
import { capital } from '#shared/text.ts';
import { FoundPart } from '../found/FoundPart.tsx';
import { visitName } from '../words.ts';
import { Answers } from './Answers.tsx';
import { DetaineeCard } from './DetaineeCard.tsx';
import { ItemsTable } from './ItemsTable.tsx';
import { Part } from './Part.tsx';
import { useRunningHead } from './useRunningHead.ts';

type ReportProps = { form: Form; visit: Visit; settings: FormSettings; names: Record<string, string> };

const headings = {
  detainee: 'Detainees',
  matter: 'Raised on the day',
  call: 'Urgent calls',
} as const satisfies Record<ItemSubject, string>;

/** The parts of a report in the order of its form: a list stands where the form first asks about its items. */
const partsOf = (form: Form, visit: Visit, shown: readonly Section[]): (Section | ItemSubject)[] => {
  const inForm = form.sections.flatMap((s): (Section | ItemSubject)[] => {
    const of = asItem(subjectOf(s));
    return of ? [of] : shown.filter(({ id }) => id === s.id);
  });
  // Items that this version of the form does not ask about are in the report all the same.
  const parts = [...new Set([...inForm, ...(Object.keys(headings) as ItemSubject[])])];
  return parts.filter((part) => typeof part !== 'string' || itemScopes(part, visit).length > 0);
};

/** The report as it is read and printed: every question that applies, blanks said to be blank. */
export function Report({ form, visit, settings, names }: ReportProps): ReactNode {
  const scope = visitScope(visit);
  useRunningHead(reportName(visit, names), confidential);
  const parts = partsOf(form, visit, shownSections(form, scope, settings));
  return (
    <>
      {parts.map((part) =>
        typeof part === 'string' ? (
          <Part key={part} id={`${part}s`} title={headings[part]}>
            <Items of={part} form={form} visit={visit} settings={settings} names={names} />
          </Part>
        ) : (
          <Part key={part.id} id={part.id} title={part.title}>
            <Answers section={part} scope={scope} names={names} />
          </Part>
        ),
      )}
      <FoundPart visit={visit} />
      {visit.notes && (
        <Part id="notes" title="Notes made in the suite">
          <p className="govuk-body">{capital(visit.notes)}</p>
        </Part>
      )}
    </>
  );
}

/** What a report is called on paper: suite, day and number. */
const reportName = (visit: Visit, names: Record<string, string>): string =>
  [visitName(visit.suite && names[visit.suite], visit.date), visit.reference].filter(Boolean).join(', ');

function Items({ of, form, visit, settings, names }: ReportProps & { of: ItemSubject }): ReactNode {
  const items = itemScopes(of, visit).map((scope) => ({
    scope,
    sections: shownSections(form, scope, settings),
  }));
  if (of !== 'detainee')
    return (
      <ItemsTable
        of={of}
        title={headings[of]}
        items={items}
        about={of === 'call' ? titleOf : (scope) => aboutText(form, scope)}
        names={names}
      />
    );
  return items.map(({ scope, sections }) => (
    <DetaineeCard
      key={scope.path.join()}
      title={titleOf(scope)}
      scope={scope}
      sections={sections}
      names={names}
    />
  ));
}

const titleOf = (scope: Scope): string => itemTitle(scope.of as ItemSubject, scope.visit, itemIdOf(scope));

/** Whom a matter is about: a detainee or the suite; of a matter that is kept from custody no part is given. */
const aboutText = (form: Form, scope: Scope): string => {
  const matter = within(scope, []) as Matter;
  const about = matter.detainee ? itemTitle('detainee', scope.visit, matter.detainee) : 'The suite';
  return isMatterKept(form, matter) ? `${about} (office only)` : about;
};
