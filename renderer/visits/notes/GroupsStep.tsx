import { type ReactNode, useState } from 'react';
import { Checkboxes } from '#renderer/kit/index.ts';
import { closingOf, closingPath, type Scope } from '#shared/forms/scope.ts';
import { withAnswer } from '../draft/draft.ts';
import type { OpenDraft } from '../draft/useVisitDraft.ts';
import { OneOf } from '../section/OneOf.tsx';
import { rowTitle } from './Cell.tsx';
import { withNothing, withSome } from './closings.ts';
import { type Group, groupRowsOf } from './steps.ts';

/** Group by group: nothing to report for anybody, or for whom there is something. */
export function GroupsStep({ open }: { open: OpenDraft }): ReactNode {
  const { report, kept, settings } = open;
  const groups = groupRowsOf(report.form, kept.draft.visit, settings);
  return groups.map((group) => <OneGroup key={group.section.id} open={open} group={group} />);
}

function OneGroup({ open, group }: { open: OpenDraft; group: Group }): ReactNode {
  const { keeper } = open;
  const { section, rows } = group;
  const [opened, setOpened] = useState(false);
  const id = `group-${section.id}`;
  const idOf = ({ path }: Scope) => path[1] ?? '';
  const reported = rows.filter((scope) => closingOf(section, scope) === 'to report');
  const said = rows.every((scope) => closingOf(section, scope) !== undefined);
  const chosen = reported.length > 0 || opened ? 'some' : said ? 'nothing' : null;

  const pick = (value: string) => {
    setOpened(value === 'some');
    if (value === 'nothing') keeper.change((draft) => withNothing(draft, section, rows), 'now');
  };
  const tick = (ids: readonly string[]) => {
    setOpened(true);
    const some = rows.filter((scope) => ids.includes(idOf(scope)));
    keeper.change((draft) => withSome(draft, section, rows, some), 'now');
  };
  const clear = () => {
    setOpened(false);
    keeper.change(
      (draft) => rows.reduce((so, scope) => withAnswer(so, closingPath(section, scope), undefined), draft),
      'now',
    );
  };
  return (
    <OneOf
      id={id}
      question={section.title}
      hint={section.guidance}
      value={chosen}
      pick={pick}
      clear={clear}
      items={[
        { value: 'nothing', text: rows.length === 1 ? 'Nothing to report' : 'Nothing to report for anyone' },
        {
          value: 'some',
          text: 'Something to report',
          conditional: (
            <Checkboxes
              small
              name={`${id}-some`}
              legend={
                <>
                  About whom?<span className="govuk-visually-hidden"> {section.title}</span>
                </>
              }
              hint="The others have nothing to report."
              values={reported.map(idOf)}
              onValues={tick}
              items={rows.map((scope) => ({ value: idOf(scope), text: rowTitle(scope) }))}
            />
          ),
        },
      ]}
    />
  );
}
