import { type ReactNode, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { Moved } from '#renderer/deadlines/Moved.tsx';
import { lengthWords, Standing } from '#renderer/deadlines/words.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, NotificationBanner, PageHeading, Table, TextInput } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { ok } from '#shared/result.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import {
  type ClockLengths,
  clockFieldNames,
  clockNames,
  clockRule,
  clocksForm,
  fromClocksForm,
  toClocksForm,
} from './clocksForm.ts';

/** How long the office’s own clocks run. What the law sets is shown beside them, and is no setting. */
export function ClocksPage(): ReactNode {
  const settings = useRead('settings.get', {});
  const rules = useRead('deadlines.rules', {});
  return (
    <>
      <BackLink href="#/settings">Settings</BackLink>
      <PageHeading>Clocks</PageHeading>
      <Failed failure={settings.error ?? rules.error} />
      {!(settings.data && rules.data) && !(settings.error ?? rules.error) && <Waiting />}
      {settings.data && <Lengths lengths={settings.data.reviews?.clocks ?? {}} />}
      {rules.data && <Rules rules={rules.data.rules} />}
    </>
  );
}

function Lengths({ lengths }: { lengths: ClockLengths }): ReactNode {
  const host = useHost();
  const set = useWrite('reviews.set');
  const [moved, setMoved] = useState<Output<'reviews.set'>['moved']>();
  const edited = useEdited({
    name: 'clocks',
    record: lengths,
    schema: clocksForm,
    toForm: toClocksForm,
    fromForm: fromClocksForm,
    save: async (patch) => {
      const answer = await set.run({ set: { clocks: applyPatch(lengths, patch).document } });
      if (answer.ok) setMoved(answer.value.moved);
      return answer;
    },
    reload: async () => {
      const now = await host.call('settings.get', {});
      return now.ok ? ok(now.value.reviews?.clocks ?? {}) : now;
    },
  });
  const { register, formState } = edited.form;
  return (
    <section aria-labelledby="own-clocks">
      <h2 className="govuk-heading-m" id="own-clocks">
        The office’s own
      </h2>
      {moved && (
        <NotificationBanner>
          <Moved
            caption="What moved by the change"
            none="The clocks are saved. No last day of an open review moved."
            moved={moved}
          />
        </NotificationBanner>
      )}
      <EditForm
        edited={edited}
        call="reviews.set"
        label="Clocks"
        save="Save the clocks"
        fieldNames={clockFieldNames}
      >
        <p className="govuk-body">
          A change holds for every open review at once: last days are worked out anew, and what moves is
          listed.
        </p>
        {clockNames.map((clock) => {
          const rule = clockRule(clock);
          return (
            <TextInput
              key={clock}
              label={rule.title}
              hint={`${rule.basis}. Blank for ${lengthWords(rule)}, as an office begins.`}
              suffix={rule.unit}
              width={3}
              inputMode="numeric"
              autoComplete="off"
              error={formState.errors[clock]?.message}
              {...register(clock)}
            />
          );
        })}
      </EditForm>
    </section>
  );
}

/** Every clock as it runs now, with what it rests on. */
function Rules({ rules }: { rules: Output<'deadlines.rules'>['rules'] }): ReactNode {
  return (
    <Table
      dense
      caption="Every clock, as it runs now"
      captionSize="m"
      firstCellIsHeader
      head={['Clock', 'Length', 'What it is', 'Rests on']}
      rows={rules.map((rule) => ({
        key: rule.id,
        cells: [
          rule.title,
          { content: lengthWords(rule), className: 'desk-nowrap' },
          <Standing key="standing" rule={rule} />,
          rule.note ? `${rule.basis}. ${rule.note}` : rule.basis,
        ],
      }))}
    />
  );
}
