import type { ReactNode } from 'react';
import { NotificationBanner } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';

type ContestedLinkProps = {
  contested: number;
  /** The record they are of, where only those of one are meant. */
  record?: string;
};

/** At the head of a page: that people said different things, how often, and the way to settle it. */
export function ContestedLink({ contested, record }: ContestedLinkProps): ReactNode {
  if (contested === 0) return null;
  return (
    <NotificationBanner title="Different answers" titleId="different-answers">
      <p className="govuk-notification-banner__heading">
        {contested === 1
          ? 'Two people answered one question differently.'
          : `${count(contested)} questions have different answers from different people.`}{' '}
        <a
          className="govuk-notification-banner__link"
          href={`#/sync/conflicts${record ? `?record=${record}` : ''}`}
        >
          Choose what stands
        </a>
      </p>
    </NotificationBanner>
  );
}
