import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Button, PageHeading, Table } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import { PanelEditor } from './PanelEditor.tsx';
import { SchemePlaces } from './SchemePlaces.tsx';

/** The panels of the scheme. They are few and small, so they are changed on the same page. */
export function PanelsPage(): ReactNode {
  const panels = useRead('panels.list', {});
  const may = useMay('panels.save');
  /** The panel that is being changed or made. */
  const [open, setOpen] = useState<string>();
  const add = useRef<HTMLButtonElement>(null);
  // What had focus is gone with the form; it goes where the next panel would be begun.
  const close = () => {
    flushSync(() => setOpen(undefined));
    add.current?.focus();
  };
  const edited = panels.data?.find((panel) => panel.id === open);
  return (
    <>
      <PageHeading>Panels</PageHeading>
      <SchemePlaces />
      <Failed failure={panels.error} />
      {!panels.data && !panels.error && <Waiting />}
      {panels.data?.length === 0 && <p className="govuk-body">There are no panels yet.</p>}
      {panels.data && panels.data.length > 0 && (
        <Table
          dense
          caption="Panels of visitors"
          captionSize="s"
          firstCellIsHeader
          head={[
            'Panel',
            { content: 'Suites', numeric: true },
            { content: 'People', numeric: true },
            'Notes',
            may && 'Change',
          ].filter((cell) => cell !== false)}
          rows={panels.data.map((panel) => ({
            key: panel.id,
            cells: [
              panel.name,
              { content: count(panel.suites), numeric: true },
              { content: count(panel.people), numeric: true },
              panel.notes ?? '',
              ...(may
                ? [
                    <button
                      key="change"
                      type="button"
                      className="govuk-link desk-link-button"
                      onClick={() => setOpen(panel.id)}
                    >
                      Change<span className="govuk-visually-hidden"> {panel.name}</span>
                    </button>,
                  ]
                : []),
            ],
          }))}
        />
      )}
      {open === undefined && may && (
        <Button ref={add} type="button" kind="secondary" onClick={() => setOpen(newRecordId())}>
          Add a panel
        </Button>
      )}
      {open !== undefined && <PanelEditor key={open} id={open} panel={edited} onClose={close} />}
    </>
  );
}
