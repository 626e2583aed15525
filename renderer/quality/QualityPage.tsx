import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { Button, ButtonGroup, ButtonLink, InsetText, PageHeading, Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { type FactId, factTitles } from '#shared/quality/facts.ts';
import { StatusTag } from './words.tsx';

type Row = Output<'quality.list'>[number];

/** The office's quality framework: every criterion by level, where it stands, and what shows it. */
export function QualityPage(): ReactNode {
  const list = useRead('quality.list', {});
  const used = list.data?.filter(({ criterion }) => !criterion.retired) ?? [];
  const retired = list.data?.filter(({ criterion }) => criterion.retired) ?? [];
  return (
    <>
      <PageHeading>Quality evidence</PageHeading>
      <p className="govuk-body">
        What the scheme is assessed by, how far it is, and what shows it. What the records prove is filled in
        by itself.
      </p>
      <Failed failure={list.error} />
      {!list.data && !list.error && <Waiting />}
      {list.data?.length === 0 && <Begin />}
      {list.data && (
        <ButtonGroup>
          <ButtonLink href="#/quality/pack">Evidence pack</ButtonLink>
          <ButtonLink href="#/quality/new/edit" kind="secondary">
            Add a criterion
          </ButtonLink>
        </ButtonGroup>
      )}
      {used.some(({ replace }) => replace) && (
        <InsetText>
          Criteria marked “to be replaced” have words of ICV Desk’s own. Put the text that your office is
          assessed by in their place.
        </InsetText>
      )}
      {[...Map.groupBy(used, ({ criterion }) => criterion.level)].map(([level, rows]) => (
        <LevelTable key={level} level={level} rows={rows} />
      ))}
      {retired.length > 0 && <LevelTable level="No longer used" rows={retired} />}
    </>
  );
}

function Begin(): ReactNode {
  const begin = useWrite('quality.begin');
  const press = async () => {
    const answer = await begin.run({});
    if (answer.ok) say(`${count(answer.value.added)} criteria are laid down.`);
  };
  return (
    <>
      <InsetText>
        There are no criteria yet. Begin with a list of the usual levels, in words of ICV Desk’s own, and
        replace them with the text that your office is assessed by; or add your own one by one.
      </InsetText>
      <Failed failure={begin.failure} />
      <Button type="button" kind="secondary" disabled={begin.busy} onClick={() => void press()}>
        Begin with a list
      </Button>
    </>
  );
}

function LevelTable({ level, rows }: { level: string; rows: readonly Row[] }): ReactNode {
  const met = rows.filter(({ status }) => status === 'met').length;
  return (
    <Table
      dense
      caption={`${level}: ${count(met)} of ${count(rows.length)} met`}
      captionSize="m"
      head={['Number', 'Criterion', 'Status', 'What shows it']}
      rows={rows.map(({ criterion, status, replace }) => ({
        key: criterion.id,
        cells: [
          criterion.number,
          {
            className: 'desk-criterion',
            content: (
              <>
                <a className="govuk-link desk-words" href={`#/quality/${criterion.id}`}>
                  {criterion.text}
                </a>
                {replace && <span className="desk-criterion__replace">To be replaced</span>}
              </>
            ),
          },
          <StatusTag key="status" status={status} />,
          showsWords(criterion),
        ],
      }))}
    />
  );
}

const showsWords = ({ fact, evidence }: Row['criterion']): string => {
  const proves = fact === undefined ? undefined : factTitles[fact as FactId];
  const given =
    evidence.length > 0 &&
    `${count(evidence.length)} ${evidence.length === 1 ? 'piece' : 'pieces'} of evidence`;
  return [proves, given].filter(Boolean).join('; ') || 'Nothing yet';
};
