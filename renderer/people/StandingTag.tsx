import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Tag, type TagColour } from '#renderer/kit/index.ts';
import type { Standing } from '#shared/records/person.ts';
import { capital } from '#shared/text.ts';

const colours: Readonly<Record<Standing, TagColour>> = {
  'in date': 'green',
  expiring: 'yellow',
  expired: 'red',
  'no data': 'grey',
};

/** How something that runs out stands, and until when it is good. */
export function StandingTag({ state, until }: { state: Standing; until?: string | undefined }): ReactNode {
  return (
    <>
      <Tag colour={colours[state]}>{capital(state)}</Tag>
      {until && <span className="desk-standing__until">until {dayWords(until)}</span>}
    </>
  );
}
