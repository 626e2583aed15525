import type { CallName, Output } from '#shared/contract.ts';

export type CaseShown = Output<'cases.get'>;
/** What every section of a case's page is given. */
export type SectionProps = { shown: CaseShown };

/** What stands beside the queues of cases. */
export const acrossCases: readonly { path: string; text: string; needs: CallName }[] = [
  { path: '/cases', text: 'Queues', needs: 'cases.list' },
  { path: '/cases/risk', text: 'Life or safety at stake', needs: 'cases.create' },
  { path: '/contacts', text: 'People who write', needs: 'contacts.list' },
  { path: '/requests/log', text: 'Disclosure log', needs: 'cases.create' },
  { path: '/themes', text: 'Themes', needs: 'cases.create' },
  { path: '/engagements', text: 'Engagements', needs: 'cases.list' },
  { path: '/assurance', text: 'Questions to the Chief Constable', needs: 'cases.list' },
  { path: '/figures', text: 'Monthly figures', needs: 'cases.create' },
  { path: '/retention', text: 'Retention', needs: 'cases.create' },
  { path: '/cases/openings', text: 'Who opened what', needs: 'cases.openings' },
  { path: '/settings/correspondence', text: 'Settings', needs: 'cases.set' },
];
