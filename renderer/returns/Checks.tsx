import type { ReactNode } from 'react';
import { Tag } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import type { ReturnResult } from '#shared/views.ts';
import { checkAddress } from './addresses.ts';
import { useTold } from './told.ts';

/** Whether the figures add up, in words, and the way to the records that keep them from it. */
export function Checks({ result }: { result: ReturnResult }): ReactNode {
  const told = useTold(result);
  return (
    <ul className="govuk-list desk-checks">
      {result.checks.map((check) => (
        <li key={check.id}>
          <Tag colour={check.ok ? 'green' : 'orange'}>{check.ok ? 'Holds' : 'Does not hold'}</Tag>
          <div>
            <strong>{check.title}.</strong> {check.detail}.{' '}
            {check.records.length > 0 && (
              <a className="govuk-link desk-screen-only" href={`#${checkAddress(told, check.id)}`}>
                {check.count === 1 ? 'Open the record' : `Open the ${count(check.count)} records`}
                <span className="govuk-visually-hidden"> of the check: {check.title}</span>
              </a>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
