import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { Quote } from '#renderer/app/Quote.tsx';
import { dayWords } from '#renderer/dates.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { ButtonLink, Checkboxes, Radios, Textarea } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import type { Asked } from '#shared/records/review-settings.ts';
import { Versions } from '../assess/Versions.tsx';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { GiveBack } from './GiveBack.tsx';

/** The last version of a returned draft, looked at before it goes to whoever decides. */
export function QualityPage(): ReactNode {
  const settings = useRead('reviews.settings', {});
  return (
    <ReviewFrame title="Quality check">
      {(shown) =>
        settings.data ? (
          <Quality
            key={shown.review.id}
            shown={shown}
            asked={settings.data.quality.filter(({ retired }) => !retired)}
          />
        ) : (
          <Waiting />
        )
      }
    </ReviewFrame>
  );
}

function Quality({ shown, asked }: { shown: ReviewShown; asked: readonly Asked[] }): ReactNode {
  const { review, state, names, may } = shown;
  const draft = review.drafts.at(-1);
  const checked = review.qualityChecks.findLast((one) => one.draft === draft?.id);
  return (
    <>
      {!draft && <p className="govuk-body">There is no draft yet.</p>}
      {draft && state !== 'returned' && !checked && (
        <p className="govuk-body">
          {state === 'assigned'
            ? 'The assessor has not returned the draft yet.'
            : 'This draft was not checked, and the review stands elsewhere now.'}
        </p>
      )}
      <Checks shown={shown} />
      {draft && may.write && state === 'returned' && !checked && (
        <CheckForm key={draft.id} id={review.id} draft={draft.id} asked={asked} />
      )}
      {checked?.passed && state === 'returned' && (
        <ButtonLink href={`#/reviews/${review.id}/decision`} kind="secondary">
          Go to the decision
        </ButtonLink>
      )}
      {may.write && state === 'returned' && <GiveBack id={review.id} isNext={checked?.passed === false} />}
      {draft && <Versions drafts={review.drafts} names={names} />}
    </>
  );
}

/** What was found before, of this version and of those before it. */
function Checks({ shown: { review, names } }: { shown: ReviewShown }): ReactNode {
  return (
    <ol className="govuk-list desk-timeline">
      {review.qualityChecks.map(({ id, draft, passed, words, by, on }) => (
        <li key={id} className="desk-timeline__item">
          <strong>
            Version {review.drafts.findIndex((one) => one.id === draft) + 1}{' '}
            {passed ? 'passed' : 'did not pass'}
          </strong>
          {names[by] && `, ${names[by]}`}
          <span className="desk-timeline__at">{dayWords(on)}</span>
          {words && <Quote>{words}</Quote>}
        </li>
      ))}
    </ol>
  );
}

const checkForm = (asked: readonly Asked[]) =>
  z
    .object({
      met: z.array(z.string()),
      passed: z.enum(['', 'yes', 'no']),
      words: z.string().max(20_000, 'Write at most 20,000 characters'),
    })
    .superRefine((typed, context) => {
      const wrong = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      if (typed.passed === '') wrong('passed', 'Choose whether the draft passed');
      if (typed.passed === 'yes' && asked.some(({ id }) => !typed.met.includes(id)))
        wrong('met', 'Tick everything that is met: a draft passes only with all of it');
      if (typed.passed === 'no' && !typed.words.trim()) wrong('words', 'Enter what is to be put right');
    });
type CheckForm = z.infer<ReturnType<typeof checkForm>>;

/** What is not met is told to the assessor in the words in which it was asked. */
const tellingOf = ({ met, words }: CheckForm, asked: readonly Asked[]): string =>
  [...asked.filter(({ id }) => !met.includes(id)).map((one) => `Not met: ${one.words}`), words.trim()]
    .filter(Boolean)
    .join('\n');

function CheckForm({ id, draft, asked }: { id: string; draft: string; asked: readonly Asked[] }): ReactNode {
  const check = useWrite('reviews.checkQuality');
  const [own] = useState(newRecordId);
  const sent = useSentForm<CheckForm>({
    name: `review quality ${id} ${draft}`,
    schema: checkForm(asked),
    blank: { met: [], passed: '', words: '' },
    send: (typed) => {
      const words = tellingOf(typed, asked);
      return check.run({
        id,
        check: { id: own, draft, passed: typed.passed === 'yes', ...(words && { words }) },
      });
    },
    done: 'The check is entered.',
  });
  const { register, watch, setValue, formState } = sent.form;
  const { errors } = formState;
  return (
    <SentForm sent={sent} writing={check} label="Quality check" button="Enter the check" main>
      <Checkboxes
        legend="What is met"
        legendSize="s"
        name="met"
        items={asked.map((one) => ({ value: one.id, text: one.words }))}
        values={watch('met')}
        onValues={(values) => setValue('met', values, { shouldDirty: true })}
        error={errors.met?.message}
      />
      <Radios
        legend="Did the draft pass?"
        legendSize="s"
        inline
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        error={errors.passed?.message}
        {...register('passed')}
      />
      <Textarea
        label="What is to be put right"
        hint="The assessor reads it. May be left blank where the draft passed."
        rows={4}
        error={errors.words?.message}
        {...register('words')}
      />
    </SentForm>
  );
}
