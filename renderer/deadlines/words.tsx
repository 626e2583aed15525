import type { ReactNode } from 'react';
import { Tag } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';

export type RuleShown = Output<'deadlines.rules'>['rules'][number];

const standingWords: Record<RuleShown['standing'], string> = {
  law: 'The law',
  'good practice': 'Good practice',
  office: 'Local standard',
};

/** Whether a length is the law’s, good practice or the office’s own, and whether the law on it is to be confirmed. */
export function Standing({ rule }: { rule: Pick<RuleShown, 'standing' | 'confirm'> }): ReactNode {
  return (
    <>
      <Tag colour={rule.standing === 'law' ? 'teal' : 'grey'}>{standingWords[rule.standing]}</Tag>
      {rule.confirm && (
        <>
          {' '}
          <Tag colour="yellow">To confirm</Tag>
        </>
      )}
    </>
  );
}

/** “28 working days”, “1 month”. */
export const lengthWords = ({ count, unit }: { count: number; unit: string }): string =>
  `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;

export const calendarWords: Record<string, string> = {
  'england-and-wales': 'England and Wales',
  'uk-wide': 'Any part of the United Kingdom',
};
