import { type ReactNode, useState } from 'react';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { Moved } from '#renderer/deadlines/Moved.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Checkboxes, NotificationBanner, TextInput } from '#renderer/kit/index.ts';
import { kindRules } from '#shared/cases/kinds.ts';
import type { Output } from '#shared/contract.ts';
import { ruleOf } from '#shared/deadlines/rules.ts';
import { caseKinds } from '#shared/records/case-parts.ts';
import type { CaseSettingsOf } from '#shared/records/case-settings.ts';
import { ok } from '#shared/result.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import { capital } from '#shared/text.ts';
import { fromStandardsForm, standardsForm, toStandardsForm } from './standardsForm.ts';

type Kinds = NonNullable<CaseSettingsOf['kinds']>;
const usual = {
  acknowledge: ruleOf('correspondence-acknowledgement').count,
  answer: ruleOf('correspondence-answer').count,
};

/** How long the office gives itself for each kind, and which replies somebody else approves before they go. */
export function Standards({ kinds }: { kinds: Kinds }): ReactNode {
  const host = useHost();
  const set = useWrite('cases.set');
  const [moved, setMoved] = useState<Output<'cases.set'>['moved']>();
  const edited = useEdited({
    name: 'standards of correspondence',
    record: { kinds },
    schema: standardsForm,
    toForm: (settings: { kinds: Kinds } | undefined) => toStandardsForm(settings?.kinds),
    fromForm: (form) => ({ kinds: fromStandardsForm(form) }),
    save: async (patch) => {
      const answer = await set.run({ set: applyPatch({ kinds }, patch).document });
      if (answer.ok) setMoved(answer.value.moved);
      return answer;
    },
    reload: async () => {
      const now = await host.call('cases.settings', {});
      return now.ok ? ok({ kinds: now.value.kinds }) : now;
    },
  });
  const { register, formState } = edited.form;
  const errors = formState.errors.kinds;
  return (
    <>
      {moved && (
        <NotificationBanner>
          <Moved
            caption="What moved by the change"
            none="The standards are saved. No last day of an open case moved."
            moved={moved}
          />
        </NotificationBanner>
      )}
      <EditForm
        edited={edited}
        call="cases.set"
        label="Standards by kind"
        save="Save the standards"
        fieldNames={{ kinds: 'Standards' }}
      >
        <p className="govuk-hint">
          Working days of England and Wales from the day after receipt. Blank for {usual.acknowledge} to
          acknowledge and {usual.answer} to answer, as an office begins. What the law sets is no setting. A
          change holds for every open case at once.
        </p>
        {caseKinds.map((kind, i) => (
          <fieldset key={kind} className="desk-plain-fieldset desk-topic">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{capital(kind)}</legend>
            {kindRules[kind].standards && (
              <div className="desk-filters">
                {kind !== 'data-protection complaint' && (
                  <TextInput
                    label={<Named kind={kind}>Acknowledged in</Named>}
                    suffix="working days"
                    width={3}
                    inputMode="numeric"
                    autoComplete="off"
                    error={errors?.[i]?.acknowledge?.message}
                    {...register(`kinds.${i}.acknowledge`)}
                  />
                )}
                <TextInput
                  label={<Named kind={kind}>Answered in</Named>}
                  suffix="working days"
                  width={3}
                  inputMode="numeric"
                  autoComplete="off"
                  error={errors?.[i]?.answer?.message}
                  {...register(`kinds.${i}.answer`)}
                />
              </div>
            )}
            {kind !== 'copied-in only' && (
              <Checkboxes
                small
                items={[{ text: <Named kind={kind}>Somebody else approves a reply before it goes</Named> }]}
                {...register(`kinds.${i}.approved`)}
              />
            )}
          </fieldset>
        ))}
      </EditForm>
    </>
  );
}

function Named({ kind, children }: { kind: string; children: string }): ReactNode {
  return (
    <>
      {children}
      <span className="govuk-visually-hidden">: {kind}</span>
    </>
  );
}
