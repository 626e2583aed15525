import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { say } from '#renderer/app/state.ts';
import { Button, InsetText } from '#renderer/kit/index.ts';
import type { Section } from '#shared/forms/definition.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { answerPath, itemScope } from '#shared/forms/scope.ts';
import { callsOf } from '#shared/records/visit.ts';
import { unreadKey, withAnswer, withUnread } from '../draft/draft.ts';
import { OnCorrection, OnDraft, type Writing } from '../draft/OnReport.tsx';
import { addItem } from '../items/addItem.ts';
import { NoSuchItem } from '../items/NoSuchItem.tsx';
import { AnswerForm } from '../section/AnswerForm.tsx';
import type { Editing } from '../section/editing.ts';
import { SectionBody } from '../section/SectionBody.tsx';
import { useDraftName } from '../useDraftName.ts';
import { clockNow } from './clockNow.ts';
import { urgentPlace } from './place.ts';

export const CallPage = (): ReactNode => <OnDraft>{(writing) => <OneCall {...writing} />}</OnDraft>;
export const CorrectCallPage = (): ReactNode => (
  <OnCorrection>{(writing) => <OneCall {...writing} />}</OnCorrection>
);

/** One call of the urgent route: who was told what, and when. */
function OneCall({ open, base }: Writing): ReactNode {
  const { item = '' } = useParams();
  const name = useDraftName(open);
  const { report, kept, settings } = open;
  const calls = callsOf(kept.draft.visit);
  const place = calls.findIndex(({ id }) => id === item) + 1;
  const log = urgentPlace(base);
  if (place === 0) return <NoSuchItem open={open} base={base} of="call" id={item} list={log} />;
  const scope = itemScope('call', kept.draft.visit, item);
  const sections = shownSections(report.form, scope, settings);
  return (
    <AnswerForm
      open={open}
      scope={scope}
      sections={sections}
      title={calls.length === 1 ? 'A call' : `Call ${place} of ${calls.length}`}
      caption={name}
      back={{ href: log, text: 'Back to what to do and whom to ring' }}
      next={log}
      other={{ text: 'Save and write down another', leave: () => addItem({ open, base }, 'call') }}
    >
      {(editing, errorOf) =>
        sections.map((section) => (
          <div key={section.id}>
            {section.guidance && <InsetText>{section.guidance}</InsetText>}
            {parts(section).map((part, i) => (
              <div key={part.questions[0]?.id}>
                <SectionBody section={part} editing={editing} names={report.names} errorOf={errorOf} />
                {i === 0 && isTimed(part) && <Now section={part} editing={editing} />}
              </div>
            ))}
          </div>
        ))
      }
    </AnswerForm>
  );
}

const isTimed = ({ questions }: Section) => questions.some(({ field }) => field === 'at');

/** A section as far as the time of the call, behind which stands what fills it in, and the rest. */
const parts = (section: Section): Section[] => {
  const end = section.questions.findIndex(({ field }) => field === 'at') + 1;
  if (end === 0) return [section];
  const some = (questions: Section['questions']) => ({ ...section, questions });
  return [some(section.questions.slice(0, end)), some(section.questions.slice(end))].filter(
    ({ questions }) => questions.length > 0,
  );
};

/** Fills in day and time by the clock of this laptop. */
function Now({ section, editing }: { section: Section; editing: Editing }): ReactNode {
  const { keeper, scope } = editing;
  const fill = () => {
    const now = clockNow(new Date());
    const timed = section.questions.filter(({ field }) => field === 'on' || field === 'at');
    keeper.change(
      (draft) =>
        timed.reduce(
          (so, q) =>
            withAnswer(
              withUnread(so, unreadKey(scope, q.id), undefined),
              answerPath(q, scope),
              now[q.field as 'on' | 'at'],
            ),
          draft,
        ),
      'now',
    );
    say(`Filled in: today, ${now.at}`);
  };
  return (
    <Button type="button" kind="secondary" onClick={fill}>
      Now<span className="govuk-visually-hidden">: fill in the day and the time</span>
    </Button>
  );
}
