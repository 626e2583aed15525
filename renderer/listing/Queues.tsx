import type { ReactNode } from 'react';

type QueuesProps<Q extends string> = {
  /** What stands in them: "cases". */
  of: string;
  queues: readonly Q[];
  words: Readonly<Record<Q, string>>;
  /** How many stand in each, as far as it is counted. */
  counts: Partial<Record<Q, number>> | undefined;
  current: Q;
  address: (queue: Q) => string;
};

/** The queues with how many stand in each. Which one is looked at narrows nothing else. */
export function Queues<Q extends string>({
  of,
  queues,
  words,
  counts,
  current,
  address,
}: QueuesProps<Q>): ReactNode {
  return (
    <nav aria-label={`Queues of ${of}`} className="desk-places desk-screen-only">
      <ul>
        {queues.map((queue) => (
          <li key={queue}>
            <a
              className="govuk-link"
              href={`#${address(queue)}`}
              aria-current={queue === current ? 'page' : undefined}
            >
              {words[queue]}
              {counts?.[queue] !== undefined && ` (${counts[queue]})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
