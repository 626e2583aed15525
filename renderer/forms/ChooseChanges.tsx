import type { ReactNode } from 'react';
import { Button, ButtonGroup, PageHeading } from '#renderer/kit/index.ts';
import type { Revision } from '#shared/forms/changes.ts';
import { differences } from '#shared/forms/differences.ts';
import { Sentences } from './NewerVersion.tsx';
import type { OpenForm } from './useFormDraft.ts';

/** Two windows changed the form: both stand here, and one is chosen. Nothing is thrown away before. */
export function ChooseChanges({ open, here }: { open: OpenForm; here: Revision }): ReactNode {
  const { draft, previous, change, keeper } = open;
  const choose = (which: 'here' | 'elsewhere') => {
    if (which === 'here') change(() => here);
    keeper.change(({ contested: _, ...chosen }) => chosen, 'now');
  };
  return (
    <>
      <PageHeading caption="Change the form">Choose which changes stand</PageHeading>
      <p className="govuk-body">
        The form was also changed in another window. Both are kept until you choose one.
      </p>
      <Changed title="Changed here" of={differences(previous, here)} />
      <Changed title="Changed elsewhere" of={differences(previous, draft)} />
      <ButtonGroup>
        <Button type="button" kind="secondary" onClick={() => choose('here')}>
          Use what was changed here
        </Button>
        <Button type="button" kind="secondary" onClick={() => choose('elsewhere')}>
          Use what was changed elsewhere
        </Button>
      </ButtonGroup>
    </>
  );
}

function Changed({ title, of }: { title: string; of: readonly string[] }): ReactNode {
  return (
    <section aria-label={title}>
      <h2 className="govuk-heading-m">{title}</h2>
      {of.length > 0 ? (
        <Sentences of={of} />
      ) : (
        <p className="govuk-body">Nothing: the form stands as it is published.</p>
      )}
    </section>
  );
}
