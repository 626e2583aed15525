import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { PageHeading } from '#renderer/kit/index.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { visitScope } from '#shared/forms/scope.ts';
import { type OpenDraft, useVisitDraft } from './draft/useVisitDraft.ts';
import { NotADraft } from './NotADraft.tsx';
import { SectionForm } from './section/SectionForm.tsx';
import { useDraftName } from './useDraftName.ts';

/** One section of a draft report. */
export function SectionPage(): ReactNode {
  const { id = '', section = '' } = useParams();
  const { open, failure } = useVisitDraft(id);
  if (failure) return <Failed failure={failure} />;
  if (!open) return <Waiting />;
  if (open.report.state !== 'draft') return <NotADraft id={id} state={open.report.state} />;
  return <OneSection open={open} section={section} base={`/visits/${id}/edit`} />;
}

/** The section of that name, with the next one behind Continue, and the list behind the last. */
export function OneSection(props: { open: OpenDraft; section: string; base: string }): ReactNode {
  const { open, section, base } = props;
  const name = useDraftName(open);
  const sections = shownSections(open.report.form, visitScope(open.kept.draft.visit), open.settings);
  const at = sections.findIndex((s) => s.id === section);
  const found = sections[at];
  const following = sections[at + 1];
  if (!found)
    return (
      <>
        <PageHeading>This section does not apply</PageHeading>
        <p className="govuk-body">
          An earlier answer means that it is not asked. <a href={`#${base}`}>Back to the list of sections</a>
        </p>
      </>
    );
  const next = following ? `${base}/${following.id}` : base;
  return <SectionForm open={open} section={found} caption={name} back={base} next={next} />;
}
