import type { ReactNode } from 'react';
import { InsetText } from '#renderer/kit/index.ts';
import type { Section } from '#shared/forms/definition.ts';
import { visitScope } from '#shared/forms/scope.ts';
import type { OpenDraft } from '../draft/useVisitDraft.ts';
import { AttachFiles } from '../files/AttachFiles.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { SectionBody } from './SectionBody.tsx';

type SectionFormProps = {
  open: OpenDraft;
  section: Section;
  caption: string;
  /** Where the list of sections stands, and where Continue leads. */
  back: string;
  next: string;
  /** Whether files can be attached here. */
  takesFiles: boolean;
};

/** A section about the visit as a whole, as a page of its own. */
export function SectionForm({ open, section, caption, back, next, takesFiles }: SectionFormProps): ReactNode {
  return (
    <AnswerForm
      open={open}
      scope={visitScope(open.kept.draft.visit)}
      sections={[section]}
      title={section.title}
      caption={caption}
      back={{ href: back, text: 'Back to the list of sections' }}
      next={next}
    >
      {(editing, errorOf) => (
        <>
          {section.guidance && <InsetText>{section.guidance}</InsetText>}
          <SectionBody section={section} editing={editing} names={open.report.names} errorOf={errorOf} />
          {takesFiles && <AttachFiles report={open.report} />}
        </>
      )}
    </AnswerForm>
  );
}
