import type { ReactNode } from 'react';
import { Checkboxes, Radios, Select } from '#renderer/kit/index.ts';
import { areas } from '#shared/forms/default/parts.ts';
import type { Question } from '#shared/forms/definition.ts';
import { showsWhenClosed } from '#shared/forms/locks.ts';
import { recordedAnswers } from '#shared/records/record-check.ts';
import { capital } from '#shared/text.ts';
import type { QuestionEditing } from './QuestionPage.tsx';

const severities = [
  { value: 'immediate', text: 'Immediate' },
  { value: 'high', text: 'High impact' },
  { value: 'routine', text: 'Routine' },
] as const;

/** What else holds for a question: whether it must be answered, who reads it, where it stands, what it raises. */
export function SwitchFields({ editing }: { editing: QuestionEditing }): ReactNode {
  const { standing, lock, set } = editing;
  const { section, question: q } = standing;
  const on = (['must', 'nonAnswers', 'sharing', 'always', 'onPaper', 'optional'] as const).filter(
    (key) => q[key],
  );
  const staysShown = lock !== undefined && showsWhenClosed(standing);
  const mayNot = q.kind === 'yesNo' || q.kind === 'choice';
  return (
    <>
      <Checkboxes
        name="holds"
        legend="What holds for it?"
        legendSize="s"
        values={on}
        onValues={(values) =>
          set({
            must: values.includes('must') || undefined,
            nonAnswers: values.includes('nonAnswers') || undefined,
            sharing: values.includes('sharing') ? 'office' : undefined,
            always: values.includes('always') || undefined,
            onPaper: values.includes('onPaper') || undefined,
            optional: values.includes('optional') || undefined,
          })
        }
        items={[
          lock !== 'core' && { value: 'must', text: 'Must be answered before a report can be sent' },
          mayNot &&
            !lock && {
              value: 'nonAnswers',
              text: 'Offers “don’t know”, “not asked”, “refused” and “not applicable”',
            },
          q.kind !== 'recorded' &&
            !(lock && q.sharing) && {
              value: 'sharing',
              text: 'For the office only',
              hint: 'Custody is not given the answer unless the person agrees.',
            },
          section.closable === true &&
            !staysShown && {
              value: 'always',
              text: 'Shows although its group is closed',
              hint: 'Every such question is asked of everybody: keep them few.',
            },
          q.kind !== 'recorded' && { value: 'onPaper', text: 'Stands on the two-page paper sheet' },
          lock !== 'core' &&
            !q.must && { value: 'optional', text: 'May stay blank without being pointed out as unfinished' },
        ]}
      />
      {answersOf(q).length > 0 && <Raises editing={editing} />}
    </>
  );
}

const yesNo = [
  { value: true, text: 'Yes' },
  { value: false, text: 'No' },
];

const answersOf = (q: Question): { value: string | boolean; text: string }[] => {
  if (q.kind === 'yesNo') return yesNo;
  if (q.kind === 'recorded') return recordedAnswers.map((value) => ({ value, text: capital(value) }));
  return q.kind === 'choice' || q.kind === 'choices'
    ? (q.options ?? []).map(({ value, text }, i) => ({ value, text: text || `Answer ${i + 1}` }))
    : [];
};

/** By which answers a question raises a concern, in which area, and how severe. */
function Raises({ editing }: { editing: QuestionEditing }): ReactNode {
  const { standing, set, errorOf } = editing;
  const { question: q } = standing;
  const { raises } = q;
  const change = (some: Partial<NonNullable<Question['raises']>>) =>
    set({ raises: { is: [], area: areas.treatment, severity: 'routine', ...raises, ...some } });
  const key = (value: unknown) => JSON.stringify(value);
  return (
    <Checkboxes
      name="raises"
      values={raises ? ['on'] : []}
      onValues={(values) => (values.length > 0 ? change({}) : set({ raises: undefined }))}
      error={errorOf('raises')}
      items={[
        {
          value: 'on',
          text: 'Raises a concern',
          conditional: raises && (
            <>
              <Checkboxes
                small
                name="raises-is"
                legend="By which answers?"
                values={raises.is.map(key)}
                onValues={(keys) =>
                  change({
                    is: answersOf(q)
                      .filter(({ value }) => keys.includes(key(value)))
                      .map(({ value }) => value),
                  })
                }
                items={answersOf(q).map(({ value, text }) => ({ value: key(value), text }))}
              />
              <Select
                id="raises-area"
                label="In which area?"
                value={raises.area}
                onChange={({ target }) => change({ area: target.value })}
                options={Object.values(areas).map((area) => ({
                  value: area,
                  text: capital(area),
                }))}
              />
              <Radios
                small
                name="raises-severity"
                legend="How severe?"
                value={raises.severity ?? 'routine'}
                onChange={({ target }) =>
                  change({ severity: target.value as (typeof severities)[number]['value'] })
                }
                items={severities}
              />
            </>
          ),
        },
      ]}
    />
  );
}
