import type { ReactNode } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { StatusForm } from '#renderer/editing/StatusForm.tsx';
import { type PlanStatus, planStatuses } from '#shared/records/plan.ts';

/** Says where a recommendation stands now. */
export function Update({ id, status }: { id: string; status: PlanStatus }): ReactNode {
  const update = useWrite('plans.update');
  return (
    <StatusForm
      {...{ id, status, statuses: planStatuses, failure: update.failure }}
      send={async (to, words) => (await update.run({ id, status: to, words })).ok}
    />
  );
}
