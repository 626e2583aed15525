import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { shortDate } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { InsetText, WarningText } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { RestrictionView } from '#shared/contact-views.ts';
import { restrictionSays } from '#shared/contacts/restrictions.ts';
import type { CaseKind, Channel } from '#shared/records/case-parts.ts';
import { channelNames } from './words.tsx';

type AroundProps = {
  /** Whoever it is from, is for, or is written to. */
  contact: string;
  /** The case or review that is looked at: it is not told of itself. */
  besides?: string;
  /** Where the page says their adjustments in a place of their own. */
  adjusted?: boolean;
  kind?: CaseKind | undefined;
  channel?: Channel | undefined;
};

/**
 * What must be known before anybody writes to somebody or enters something from them: their adjustments, what restricts
 * contact with them, and an open or possible review, on whose merits nobody comments.
 */
export function Around(props: AroundProps): ReactNode {
  const mayKnow = useMay('contacts.around');
  const { contact: id, besides, adjusted, kind, channel } = props;
  const { data } = useRead('contacts.around', { id, ...(besides && { besides }) }, { wanted: mayKnow });
  if (!data) return null;
  const { contact, restrictions, reviews, possible } = data;
  const standing = restrictions.filter(({ state }) => state !== 'to come');
  return (
    <>
      {reviews.length > 0 && (
        <WarningText>
          {isolated(contact.name)} has an open complaint review. Do not comment on its merits:{' '}
          {reviews.map(({ id: review, reference, received }, i) => (
            <span key={review}>
              {i > 0 && ', '}
              <a className="govuk-link" href={`#/reviews/${review}`}>
                {reference ?? `received ${shortDate(received)}`}
              </a>
            </span>
          ))}
        </WarningText>
      )}
      {possible.length > 0 && (
        <InsetText>
          A complaint review by {isolated(contact.name)} is possible, after what they complained of about the
          force:{' '}
          {possible.map((one, i) => (
            <span key={one.id}>
              {i > 0 && ', '}
              <a className="govuk-link" href={`#/cases/${one.id}`}>
                {one.reference ?? `received ${shortDate(one.received)}`}
              </a>
            </span>
          ))}
          . Do not comment on the merits of it.
        </InsetText>
      )}
      {standing.map((one) => (
        <Restricted key={one.restriction.id} one={one} {...{ kind, channel }} />
      ))}
      {!adjusted && (contact.adjustments || contact.prefers) && (
        <InsetText className="desk-adjustments">
          {contact.adjustments && (
            <p className="govuk-body govuk-!-margin-bottom-1 desk-words">
              <strong>Reasonable adjustments for {isolated(contact.name)}: </strong>
              {contact.adjustments}
            </p>
          )}
          {contact.prefers && (
            <p className="govuk-body govuk-!-margin-bottom-0">
              They wish to be reached by {contact.prefers}.
            </p>
          )}
        </InsetText>
      )}
    </>
  );
}

type RestrictedProps = { one: RestrictionView } & Pick<AroundProps, 'kind' | 'channel'>;

function Restricted({ one: { restriction, state }, kind, channel }: RestrictedProps): ReactNode {
  const ways = restriction.channels.map((way) => channelNames[way]).join(', ');
  const says = restrictionSays(restriction, kind, channel);
  return (
    <WarningText>
      Contact is restricted{ways && ` by ${ways}`}: <span className="desk-words">{restriction.words}</span>{' '}
      {state === 'due' && `It was to be looked at again by ${shortDate(restriction.review)}. `}
      {says === 'by right' &&
        'This is theirs by right, and the restriction does not keep it out: it is handled as anybody’s would be.'}
      {says === 'closed way' && 'This came in a way that is closed to them.'}
    </WarningText>
  );
}
