import type { MeasureResult, ReturnKind } from '#shared/views.ts';

/** The figures of each return by what they tell of: a heading, and how the ids of its figures begin. */
const parts: { readonly [K in ReturnKind]: readonly (readonly [string, RegExp])[] } = {
  icv: [
    ['Visits', /^(visits|satisfactory|opcat|praise)/],
    ['Detainees', /^(detainees|seen|people|custody)/],
    ['Consent', /^(consent|offered|notAvailable)/],
    ['Waiting to be let in', /^delay/],
    ['Rights and requests', /^(rights|requests|matters)/],
    ['Concerns', /^concerns/],
    ['Custody records', /^recordChecks/],
    ['Volunteers', /^volunteers/],
  ],
  reviews: [
    ['Applications', /^reviews\.(received|valid|invalid|withdrawn|forwarded|open)$/],
    ['Decisions', /^(reviews\.(completed|upheld|notUpheld)|upheld\.)/],
    ['Time taken', /^(acknowledged|completed|days)\./],
    ['Allegations', /^(allegations|furtherAction)/],
    ['Recommendations', /^recommendations/],
  ],
  correspondence: [
    ['Correspondence', /^(cases\.(received|closed|open)|acknowledged|answered\.inTarget|days|themes)/],
    ['Who answered, and calls', /^(cases\.answered|answered\.by|calls)/],
    ['Requests for information', /^(requests|internalReviews)/],
    ['Engagements and assurance', /^(engagements|assurance)/],
  ],
};

type Part = readonly [title: string, measures: readonly MeasureResult[]];

/** Figures under the headings of their return, in its order; what belongs under none comes last. */
export const inParts = (kind: ReturnKind, measures: readonly MeasureResult[]): Part[] => {
  const headed = Map.groupBy(
    measures,
    ({ id }) => parts[kind].find(([, of]) => of.test(id))?.[0] ?? 'Others',
  );
  return [...parts[kind].map(([title]) => title), 'Others'].flatMap((title): Part[] => {
    const own = headed.get(title);
    return own ? [[title, own]] : [];
  });
};
