import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useSession } from '#renderer/app/session.ts';
import { mayCall } from '#renderer/editing/useMay.ts';
import { PageHeading } from '#renderer/kit/index.ts';
import { ChooseChanges } from './ChooseChanges.tsx';
import { type OpenForm, useFormDraft } from './useFormDraft.ts';

/** What every page of the form editor stands on: somebody who may publish, and the changes that they are making. */
export function Editor({ children }: { children: (open: OpenForm) => ReactNode }): ReactNode {
  const session = useSession();
  const { open, failure } = useFormDraft();
  if (session.data && !mayCall(session.data.person.roles, 'forms.publish'))
    return (
      <>
        <PageHeading>Change the form</PageHeading>
        <Failed failure={{ tag: 'notAllowed' }} />
      </>
    );
  if (failure) return <Failed failure={failure} />;
  if (!open) return <Waiting />;
  const { contested } = open.draft;
  return contested ? <ChooseChanges open={open} here={contested} /> : children(open);
}
