import type { ReactNode } from 'react';
import { Button, ButtonGroup, NotificationBanner, SummaryList } from '#renderer/kit/index.ts';
import type { Section } from '#shared/forms/definition.ts';
import { answerPath } from '#shared/forms/scope.ts';
import { placeTitle, spoken } from '../report/spoken.ts';
import { settle } from './draft.ts';
import type { OpenDraft } from './useVisitDraft.ts';

/** Answers that were also changed elsewhere: both stand here, and one is chosen. Nothing is thrown away before. */
export function Contested({ open, section }: { open: OpenDraft; section?: Section }): ReactNode {
  const { form, names } = open.report;
  const { visit } = open.kept.draft;
  const here = open.kept.draft.aside.contested.filter(
    ({ path }) =>
      !section ||
      section.questions.some((q) => answerPath(q, { path: [] }).every((key, i) => path[i] === key)),
  );
  if (here.length === 0) return null;
  return (
    <NotificationBanner title="Choose which answer stands" titleId="contested">
      {here.map((clash) => {
        const title = placeTitle(form, clash.path, visit);
        const choose = (which: 'mine' | 'theirs') =>
          open.keeper.change((draft) => settle(draft, clash, which), 'now');
        return (
          <div key={clash.path.join('.')}>
            <h3 className="govuk-heading-s">{title} was also changed elsewhere</h3>
            <SummaryList
              rows={[
                { key: 'Typed here', value: spoken(form, names, clash.path, clash.now, visit) },
                { key: 'Changed elsewhere', value: spoken(form, names, clash.path, clash.current, visit) },
              ]}
            />
            <ButtonGroup>
              <Button type="button" kind="secondary" onClick={() => choose('mine')}>
                Use what was typed here
                <span className="govuk-visually-hidden"> for {title}</span>
              </Button>
              <Button type="button" kind="secondary" onClick={() => choose('theirs')}>
                Use what was changed elsewhere
                <span className="govuk-visually-hidden"> for {title}</span>
              </Button>
            </ButtonGroup>
          </div>
        );
      })}
    </NotificationBanner>
  );
}
