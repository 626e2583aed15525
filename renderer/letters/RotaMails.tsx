import { type ReactNode, useState } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { ButtonGroup, Details, Select } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import type { RotaPlace } from '#shared/rota-views.ts';
import { MailButton } from './MailButton.tsx';

/** Reminders of the places of a quarter, or of one of its weeks, panel by panel: whoever is of a panel sees its rota. */
export function ReminderMails({ rota }: { rota: Output<'rota.get'> }): ReactNode {
  const may = useMay('mails.file');
  const [week, setWeek] = useState('');
  const planned = rota.places.filter((one) => one.state === 'planned' && (week === '' || one.week === week));
  const panels = [...rota.panels, { id: null, name: 'suites without a panel' }].filter(({ id }) =>
    planned.some(({ panel }) => panel === id),
  );
  if (!may || !rota.places.some(({ state }) => state === 'planned')) return null;
  return (
    <Details summary="Remind volunteers by mail" className="desk-screen-only">
      <Select
        label="Of which weeks?"
        value={week}
        options={[
          { value: '', text: 'All weeks of the quarter' },
          ...rota.weeks.map((value) => ({ value, text: `Week of ${dayWords(value)}` })),
        ]}
        onChange={({ target }) => setWeek(target.value)}
      />
      {panels.length === 0 && <p className="govuk-body">Nobody has a place in this week.</p>}
      <ButtonGroup>
        {panels.map(({ id, name }) => (
          <MailButton
            key={id ?? 'none'}
            about={{ kind: 'rotaReminder', panel: id, quarter: rota.quarter.id, ...(week && { week }) }}
          >
            Mail to {isolated(name)}
          </MailButton>
        ))}
      </ButtonGroup>
    </Details>
  );
}

/** The mails about one planned place: to those who could take it, or to the pair whose report has not come. */
export function PlaceMails({ place, isPast }: { place: RotaPlace; isPast: boolean }): ReactNode {
  if (place.state !== 'planned' || place.reports.length > 0) return null;
  const pair = place.first !== null || place.second !== null;
  return (
    <div className="desk-screen-only">
      <ButtonGroup>
        {!isPast && place.seeks && (
          <MailButton about={{ kind: 'cover', id: place.id }}>Write to those who could go</MailButton>
        )}
        {isPast && pair && (
          <MailButton about={{ kind: 'lateReport', id: place.id }}>Ask the pair for their report</MailButton>
        )}
      </ButtonGroup>
    </div>
  );
}
