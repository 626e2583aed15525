import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { Table } from '#renderer/kit/index.ts';
import { capital } from '#shared/text.ts';
import { attendanceWords } from './words.tsx';

type AttendedProps = { person: string; title?: string };

/** What somebody was trained in and which meetings they came to: their continuing development, the latest first. */
export function Attended({ person, title = 'Training and meetings' }: AttendedProps): ReactNode {
  const { data, error } = useRead('sessions.attended', { person });
  if (error) return <Failed failure={error} />;
  if (!data) return <Waiting />;
  if (data.length === 0)
    return (
      <>
        <h2 className="govuk-heading-m">{title}</h2>
        <p className="govuk-body">Nothing yet.</p>
      </>
    );
  return (
    <Table
      dense
      caption={title}
      captionSize="m"
      head={['Day', 'What', 'Kind', 'Attendance']}
      rows={data.map((one) => ({
        key: `${one.session ?? one.title} ${one.on}`,
        cells: [
          dayWords(one.on),
          one.session ? (
            <a key="what" className="govuk-link" href={`#/sessions/${one.session}`}>
              {one.title}
            </a>
          ) : (
            one.title
          ),
          [capital(one.kind), one.topic !== one.title && one.topic].filter(Boolean).join(', '),
          one.session === null ? 'Elsewhere' : one.was ? attendanceWords[one.was] : 'Not said yet',
        ],
      }))}
    />
  );
}
