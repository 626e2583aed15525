import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import { casesAddress } from './addresses.ts';
import type { Chosen, Themes } from './ThemesPage.tsx';

type AreasProps = { themes: Themes; span: { from: string; to: string } };

/** Themes by area. What comes from no area that was said stands in a row of its own. */
export function Areas({ themes: { areas, rows }, span }: AreasProps): ReactNode {
  if (areas.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">By area</h2>
      <Table
        dense
        caption="Cases by area and theme"
        captionHidden
        firstCellIsHeader
        head={['Area', ...rows.map(({ theme }) => ({ content: theme, numeric: true }))]}
        rows={areas.map(({ area, themes }) => ({
          key: area ?? '',
          cells: [
            area ?? 'Not recorded',
            ...themes.map((many, i) => {
              const theme = rows[i]?.theme;
              const linked = area !== null && many > 0;
              return {
                content: linked ? (
                  <a className="govuk-link" href={casesAddress({ ...span, theme, area })}>
                    {count(many)}
                    <span className="govuk-visually-hidden">
                      {' '}
                      of {theme} in {area}: open the cases
                    </span>
                  </a>
                ) : (
                  count(many)
                ),
                numeric: true,
              };
            }),
          ],
        }))}
      />
    </>
  );
}

type PlacesProps = { themes: Themes; behind: Chosen & { from: string; to: string } };

/** Places as people call them, with what they wrote about: from such a list community meetings are chosen. */
export function Places({ themes: { places }, behind }: PlacesProps): ReactNode {
  return (
    <>
      <h2 className="govuk-heading-m">By place</h2>
      {places.length === 0 ? (
        <p className="govuk-body">No case of these weeks says where it happened.</p>
      ) : (
        <Table
          dense
          caption="Cases by place and theme, the most frequent first"
          captionHidden
          firstCellIsHeader
          head={['Place', 'Theme', { content: 'Cases', numeric: true }]}
          rows={places.map(({ place, theme, cases }) => ({
            key: `${place} ${theme}`,
            cells: [
              place,
              theme,
              {
                content: (
                  <a className="govuk-link" href={casesAddress({ ...behind, theme, place })}>
                    {count(cases)}
                    <span className="govuk-visually-hidden">
                      {' '}
                      of {theme} at {place}: open the cases
                    </span>
                  </a>
                ),
                numeric: true,
              },
            ],
          }))}
        />
      )}
    </>
  );
}
