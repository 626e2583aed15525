import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { SummaryList } from '#renderer/kit/index.ts';
import { capital } from '#shared/text.ts';
import { PersonFrame, type PersonShown } from './PersonFrame.tsx';
import { Pin } from './Pin.tsx';
import { roleNames } from './roleNames.ts';
import { StandingTag } from './StandingTag.tsx';

/** One person: what they do, where they stand as a volunteer, and what of theirs runs out. */
export function PersonPage(): ReactNode {
  return (
    <PersonFrame>
      {(shown) => (
        <>
          <Overview shown={shown} />
          {shown.person.roles.includes('visitor') && (
            <Pin key={`pin of ${shown.person.id}`} person={shown.person} />
          )}
        </>
      )}
    </PersonFrame>
  );
}

function Overview({ shown }: { shown: PersonShown }): ReactNode {
  const { person, panelName, standing, since, interests } = shown;
  const { volunteer } = person;
  const open = interests.filter(({ checked, ended }) => !checked && !ended).length;
  const isKnown = standing !== null || shown.office !== null || shown.mine;
  return (
    <SummaryList
      rows={[
        { key: 'Roles', value: person.roles.map((role) => roleNames[role]).join(', ') || 'None yet' },
        { key: 'Panel', value: panelName ?? 'No panel' },
        isKnown &&
          volunteer !== undefined && {
            key: 'Stands at',
            value: `${capital(volunteer.status)}${since ? `, since ${dayWords(since)}` : ''}`,
          },
        isKnown && volunteer?.joined !== undefined && { key: 'Joined', value: dayWords(volunteer.joined) },
        standing !== null && { key: 'Vetting', value: <StandingTag {...standing.vetting} /> },
        standing !== null && { key: 'Accreditation', value: <StandingTag {...standing.accreditation} /> },
        standing !== null && { key: 'Training', value: <StandingTag {...standing.training} /> },
        standing !== null && { key: 'Review', value: <StandingTag {...standing.review} /> },
        standing !== null &&
          volunteer?.tactAccredited !== undefined && {
            key: 'Accredited for TACT visits',
            value: `since ${dayWords(volunteer.tactAccredited)}`,
          },
        shown.office !== null &&
          open > 0 && {
            key: 'Declared interests',
            value: `${open} to look at`,
            actions: [
              { text: 'Look', hiddenText: 'at the interests', href: `#/people/${person.id}/interests` },
            ],
          },
      ]}
    />
  );
}
