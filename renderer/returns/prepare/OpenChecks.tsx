import type { ReactNode } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { SmallForm } from '#renderer/cases/SmallForm.tsx';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Details, Tag } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { ReturnInWork } from '#shared/calls/return-life.ts';
import { count } from '#shared/numbers.ts';
import { withoutMark } from '#shared/returns/check-mark.ts';
import type { ReturnResult } from '#shared/views.ts';
import { checkAddress } from '../addresses.ts';
import { Checks } from '../Checks.tsx';
import { useTold } from '../told.ts';
import { type InWork, isDraft, keptName, ofPeriod } from './parts.ts';

type Answered = ReturnInWork['answers'][number];

/** The checks that do not hold, each with its records and the reason why it stays; then those that hold. */
export function OpenChecks({ shown }: InWork): ReactNode {
  const { answers, result } = shown;
  const holding = result.checks.filter(({ ok }) => ok);
  return (
    <section aria-labelledby="return-checks">
      <h2 className="govuk-heading-m" id="return-checks">
        Checks
      </h2>
      {answers.length === 0 && <p className="govuk-body">Every check holds.</p>}
      {answers.map((one) => (
        <OpenCheck
          key={one.check}
          {...{ shown, one }}
          check={result.checks.find(({ id }) => id === one.check)}
        />
      ))}
      {holding.length > 0 && (
        <Details summary={holding.length === 1 ? 'One check holds' : `${count(holding.length)} checks hold`}>
          <Checks result={{ ...result, checks: holding }} />
        </Details>
      )}
    </section>
  );
}

type OpenCheckProps = InWork & { one: Answered; check: ReturnResult['checks'][number] | undefined };

function OpenCheck({ shown, one, check }: OpenCheckProps): ReactNode {
  const told = useTold(shown.result);
  const title = check?.title ?? one.check;
  return (
    <div className="desk-open-check">
      <h3 className="govuk-heading-s">
        {title}{' '}
        <Tag colour={one.answer ? 'green' : 'orange'}>{one.answer ? 'Answered' : 'To be answered'}</Tag>
      </h3>
      <p className="govuk-body">
        {sentence(withoutMark(one.found))}{' '}
        {check && check.records.length > 0 && (
          <a className="govuk-link desk-screen-only" href={`#${checkAddress(told, one.check)}`}>
            {check.count === 1 ? 'Open the record' : `Open the ${count(check.count)} records`}
            <span className="govuk-visually-hidden"> of the check: {title}</span>
          </a>
        )}
      </p>
      {one.answer && (
        <blockquote className="govuk-inset-text">
          <span className="desk-words">{one.answer.reason}</span>
          <footer className="govuk-hint">
            {isolated(one.answer.name)}, {dayWords(one.answer.on)}
          </footer>
        </blockquote>
      )}
      {isDraft(shown) && <Reason {...{ shown, one, title }} />}
    </div>
  );
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Says why what was found stays as it is, on the spot. */
function Reason({ shown, one, title }: InWork & { one: Answered; title: string }): ReactNode {
  const answer = useWrite('returns.answer');
  if (!useMay('returns.answer')) return null;
  const form = (
    <SmallForm
      name={keptName(`answer ${one.check}`, shown)}
      label={`Reason: ${title}`}
      boxes={[
        {
          name: 'reason',
          label: 'Why it stays as it is',
          hint: 'Printed with the return. Name nobody.',
          kind: 'words',
          needed: 'Enter why it stays as it is',
        },
      ]}
      button={one.answer ? 'Give this reason instead' : 'Give this reason'}
      done="The reason is kept."
      failure={answer.failure}
      send={async ({ reason = '' }, id) =>
        (await answer.run({ ...ofPeriod(shown), id, check: one.check, found: one.found, reason })).ok
      }
    />
  );
  if (!one.answer) return <div className="desk-screen-only">{form}</div>;
  return (
    <Details summary="Give another reason" className="desk-screen-only">
      {form}
    </Details>
  );
}
