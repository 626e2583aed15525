import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Table, Tag, type TagColour } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { capital } from '#shared/text.ts';
import { roleNames } from './roleNames.ts';

const vettingColours: Readonly<Record<string, TagColour>> = {
  'in date': 'green',
  expiring: 'yellow',
  expired: 'red',
};

export function PeopleTable({
  people,
  caption,
}: {
  people: Output<'people.list'>;
  caption: string;
}): ReactNode {
  return (
    <Table
      dense
      caption={caption}
      captionSize="s"
      firstCellIsHeader
      head={['Name', 'Roles', 'Panel', 'Volunteer', 'Vetting', 'Vetting until']}
      rows={people.map(({ id, name, roles, panelName, volunteer, vetting }) => ({
        key: id,
        cells: [
          <a key="name" className="govuk-link" href={`#/people/${id}`}>
            {name}
          </a>,
          roles.map((role) => roleNames[role]).join(', '),
          panelName ?? '',
          volunteer ? capital(volunteer.status) : 'no',
          volunteer && (
            <Tag key="vetting" colour={vettingColours[vetting] ?? 'grey'}>
              {capital(vetting)}
            </Tag>
          ),
          {
            content: volunteer?.vettingExpires ? dayWords(volunteer.vettingExpires) : '',
            className: 'desk-nowrap',
          },
        ],
      }))}
    />
  );
}
