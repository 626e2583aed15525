import type { ReactNode } from 'react';
import { momentOf } from '#renderer/dates.ts';
import { SummaryList, Tag } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Declared } from './declared.ts';

type DeclarationsProps = {
  /** The report they declare. */
  id: string;
  declared: readonly Declared[];
  /** The person at this laptop. */
  me: string;
  /** Whether a link leads to where somebody declares, while they have not. */
  canDeclare: (person: string) => boolean;
};

/** Who has declared that the report says what they saw and were told: when, how, and whether it still stands. */
export function Declarations({ id, declared, me, canDeclare }: DeclarationsProps): ReactNode {
  return (
    <SummaryList
      rows={declared.map((one) => ({
        key: one.name,
        value: <Standing of={one} />,
        actions:
          one.declaration?.stands || !canDeclare(one.person)
            ? []
            : [
                {
                  text: one.person === me ? 'Declare' : 'Declare on this laptop',
                  hiddenText: `as ${one.name}`,
                  href: `#/visits/${id}/declare/${one.person}`,
                },
              ],
      }))}
    />
  );
}

function Standing({ of: { name, declaration } }: { of: Declared }): ReactNode {
  if (!declaration) return <Tag colour="yellow">Awaited</Tag>;
  const how =
    declaration.how === 'pin' ? 'with their own PIN on a colleague’s laptop' : 'on their own laptop';
  const when = `${momentOf(declaration.at)}, ${how}`;
  if (declaration.stands) return `Declared ${when}`;
  return (
    <>
      <Tag colour="orange">Lapsed</Tag> Declared {when}. The report was changed after that, so{' '}
      {isolated(name)} must declare again.
    </>
  );
}
