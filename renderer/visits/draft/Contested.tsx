import type { ReactNode } from 'react';
import { Button, ButtonGroup, NotificationBanner, SummaryList } from '#renderer/kit/index.ts';
import type { Section } from '#shared/forms/definition.ts';
import { answerPath, closingPath, type Scope } from '#shared/forms/scope.ts';
import { placeTitle, spoken } from '#shared/forms/spoken.ts';
import { settle } from './draft.ts';
import type { OpenDraft } from './useVisitDraft.ts';

type Page = { sections: readonly Section[]; scope: Scope };

/** The places a page is about: an item as a whole, or the answers of the sections it asks. */
const placesOn = ({ sections, scope }: Page): (readonly string[])[] =>
  scope.path.length > 0
    ? [scope.path]
    : sections.flatMap((s) => [closingPath(s, scope), ...s.questions.map((q) => answerPath(q, scope))]);

/**
 * Answers that were also changed elsewhere: both stand here, and one is chosen. Nothing is thrown away before.
 * @param page without it, those of the whole report
 */
export function Contested({ open, page }: { open: OpenDraft; page?: Page }): ReactNode {
  const { form, names } = open.report;
  const { visit, aside } = open.kept.draft;
  const places = page && placesOn(page);
  const here = aside.contested.filter(
    ({ path }) => !places || places.some((place) => place.every((key, i) => path[i] === key)),
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
