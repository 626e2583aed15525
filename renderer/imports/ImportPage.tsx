import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost } from '#renderer/app/host.tsx';
import { Button, PageHeading } from '#renderer/kit/index.ts';
import { ChooseFile } from './ChooseFile.tsx';
import { Done } from './Done.tsx';
import { readFile, type Stage, startAgain, stopReading, useImporting } from './importing.ts';
import { Preview } from './Preview.tsx';
import { Progress } from './Progress.tsx';

const headings: Readonly<Record<Stage['at'], string>> = {
  choosing: 'Import a file',
  reading: 'Reading the file',
  checking: 'Checking the file',
  preview: 'Check what would be imported',
  writing: 'Importing',
  done: 'Import finished',
  failed: 'The import stopped',
};

/** Brings a CSV file in: choose, read, look at what it would change, decide, write. */
export function ImportPage(): ReactNode {
  const { stage } = useImporting();
  return (
    <>
      <PageHeading key={stage.at}>{headings[stage.at]}</PageHeading>
      <AtStage stage={stage} />
    </>
  );
}

function AtStage({ stage }: { stage: Stage }): ReactNode {
  const host = useHost();
  switch (stage.at) {
    case 'choosing':
      return <ChooseFile stopped={stage.stopped} onChoose={(chosen) => readFile(host, chosen)} />;
    case 'reading':
      return (
        <Progress label={`Reading ${stage.file}`} done={stage.read} of={stage.size} unit="bytes">
          <p className="govuk-body">
            Nothing is imported yet. You may look at something else meanwhile; what the file would change
            waits here.
          </p>
          <Button type="button" kind="secondary" onClick={stopReading}>
            Stop
          </Button>
        </Progress>
      );
    case 'checking':
      return <Progress label={`Checking every row of ${stage.file}`} />;
    case 'preview':
      return <Preview report={stage.report} />;
    case 'writing':
      return (
        <Progress label={`Importing ${stage.report.file}`} done={stage.done} of={stage.rows} unit="rows">
          <p className="govuk-body">
            The import is decided. You may leave this page or close ICV Desk: it finishes by itself, even
            after a loss of power.
          </p>
        </Progress>
      );
    case 'done':
      return <Done {...stage} />;
    case 'failed':
      return (
        <>
          <Failed failure={stage.failure} />
          {stage.decided && (
            <p className="govuk-body">
              The import had been accepted. The rows that are not written yet are written by themselves;
              importing the same file again does no harm.
            </p>
          )}
          <Button type="button" onClick={startAgain}>
            Choose a file again
          </Button>
        </>
      );
  }
}
