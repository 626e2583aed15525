import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { capital } from '#shared/text.ts';
import { roleNames } from './roleNames.ts';
import { StandingTag } from './StandingTag.tsx';

type Person = Output<'people.list'>[number];

const nameOf = ({ id, name }: Person): ReactNode => (
  <a key="name" className="govuk-link" href={`#/people/${id}`}>
    {name}
  </a>
);

const rolesOf = ({ roles }: Person): string => roles.map((role) => roleNames[role]).join(', ');

/** People by name. How somebody stands as a volunteer is told to whoever runs the scheme, or a panel. */
export function PeopleTable({
  people,
  caption,
}: {
  people: Output<'people.list'>;
  caption: string;
}): ReactNode {
  const isRun = useMay('volunteers.standing');
  return (
    <Table
      dense
      caption={caption}
      captionSize="s"
      firstCellIsHeader
      head={['Name', 'Roles', 'Panel', ...(isRun ? ['Volunteer', 'Vetting', 'Vetting until'] : [])]}
      rows={people.map((person) => {
        const { id, panelName, volunteer, vetting } = person;
        const standing = [
          volunteer ? capital(volunteer.status) : 'No',
          volunteer && <StandingTag key="vetting" state={vetting} />,
          {
            content: volunteer?.vettingExpires ? dayWords(volunteer.vettingExpires) : '',
            className: 'desk-nowrap',
          },
        ];
        return {
          key: id,
          cells: [nameOf(person), rolesOf(person), panelName ?? '', ...(isRun ? standing : [])],
        };
      })}
    />
  );
}
