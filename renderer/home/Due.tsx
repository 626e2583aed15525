import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { TaskList } from '#renderer/kit/index.ts';
import { quarterContaining } from '#shared/periods.ts';
import { due } from './due.ts';

/** Suites that want a visit. */
export function Due({ today }: { today: string }): ReactNode {
  const settings = useRead('settings.get', {});
  const quarter = settings.data && quarterContaining(today, settings.data.yearBegins);
  const suites = useRead('suites.list', { year: quarter?.id ?? '' }, { wanted: quarter !== undefined });
  const wanted = suites.data ? due(suites.data, today) : [];
  return (
    <section aria-labelledby="due">
      <h2 className="govuk-heading-m" id="due">
        Due a visit
      </h2>
      <Failed failure={settings.error ?? suites.error} />
      {suites.data && wanted.length === 0 && <p className="govuk-body">No suite is behind.</p>}
      {wanted.length > 0 && (
        <TaskList
          idPrefix="due-item"
          items={wanted.map(({ id, name, why, last }) => ({
            title: name,
            hint: last && `Last visit ${dayWords(last)}`,
            href: `#/suites/${id}`,
            status: why,
          }))}
        />
      )}
    </section>
  );
}
