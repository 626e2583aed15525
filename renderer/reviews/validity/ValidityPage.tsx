import type { ReactNode } from 'react';
import { useHost } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { InsetText, Radios, Textarea } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Host } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { validityResults } from '#shared/records/review-parts.ts';
import { ok, type Result } from '#shared/result.ts';
import { applyPatch, type Patch } from '#shared/sync/patch.ts';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { resultWords, type TypedCheck } from '../words.tsx';
import { Derived } from './Derived.tsx';
import { LateForm } from './LateForm.tsx';
import {
  fromValidityForm,
  knownOf,
  type Said,
  saidOf,
  toValidityForm,
  typedChecks,
  validityForm,
} from './validityForm.ts';

const overallWords = {
  valid: 'It is valid in all respects.',
  invalid: 'It is not valid: what is not met stands below.',
  open: 'Not everything is said yet.',
};

/** Whether an application is valid: one check after the other, each with its law, its result and its reason. */
export function ValidityPage(): ReactNode {
  return (
    <ReviewFrame title="Validity">
      {(shown) => (
        <>
          <InsetText>
            <strong>{overallWords[shown.validity.overall]}</strong>
          </InsetText>
          <Derived shown={shown} />
          <LateForm shown={shown} />
          <Checks key={shown.review.id} shown={shown} />
        </>
      )}
    </ReviewFrame>
  );
}

/** Each check that says something else now is sent by itself: whoever looked at it stands by it. */
const sendChecks = async (
  host: Host,
  id: string,
  before: Said,
  patch: Patch,
): Promise<Result<unknown, Failure>> => {
  const now = applyPatch(before, patch).document;
  const changed = new Set(patch.map(({ path }) => path[0] as TypedCheck));
  for (const check of changed) {
    const one = now[check];
    const result = (one?.result ?? null) as (typeof validityResults)[number] | null;
    const sent = await host.call('reviews.check', {
      ...{ id, check, result },
      ...(one?.reason && { reason: one.reason }),
    });
    if (!sent.ok) return sent;
  }
  return ok(undefined);
};

function Checks({ shown: { review, validity, names } }: { shown: ReviewShown }): ReactNode {
  const host = useHost();
  const edited = useEdited({
    name: `review validity ${review.id}`,
    record: saidOf(review),
    schema: validityForm,
    toForm: (said) => toValidityForm(said ?? {}, review),
    fromForm: (typed): Said => fromValidityForm(typed),
    save: (patch) => sendChecks(host, review.id, saidOf(review), patch),
    reload: async () => {
      const now = await host.call('reviews.get', { id: review.id });
      return now.ok ? ok(saidOf(now.value.review)) : now;
    },
  });
  const { register, watch, formState } = edited.form;
  return (
    <EditForm
      edited={edited}
      call="reviews.check"
      label="Checks of validity"
      save="Save what was checked"
      fieldNames={{}}
    >
      {typedChecks.map((id) => {
        const check = validity.checks.find((one) => one.id === id);
        if (!check) return null;
        const said = review.validity?.[id];
        const known = knownOf(review, id);
        const chosen = watch(`${id}.result`);
        return (
          <div key={id} className="desk-check">
            <Radios
              legend={check.title}
              legendSize="s"
              inline
              hint={
                <>
                  {check.basis}
                  {check.note && ` (To confirm: ${check.note})`}
                  {said && `. Said by ${isolated(names[said.by] ?? 'somebody')}.`}
                  {!said && known && '. Filled in from the application: it counts once it is saved.'}
                </>
              }
              items={[
                { value: 'pass', text: resultWords.pass },
                { value: 'fail', text: resultWords.fail },
                check.waivable && { value: 'waived', text: resultWords.waived },
              ]}
              {...register(`${id}.result`)}
            />
            {chosen !== '' && (
              <Textarea
                label={
                  <>
                    {chosen === 'pass' ? 'What shows it' : 'Why'}
                    <span className="govuk-visually-hidden">: {check.title}</span>
                  </>
                }
                rows={2}
                maxLength={30_000}
                error={formState.errors[id]?.reason?.message}
                {...register(`${id}.reason`)}
              />
            )}
          </div>
        );
      })}
    </EditForm>
  );
}
