/** Which cases: those of a theme that came in between two days, of an area or from a place where one is said. */
export type Behind = {
  readonly from: string;
  readonly to: string;
  readonly theme?: string | undefined;
  readonly area?: string | undefined;
  readonly constituency?: string | undefined;
  readonly place?: string | undefined;
};

const names = ['from', 'to', 'theme', 'area', 'constituency', 'place'] as const;

const queryOf = (behind: Behind): string =>
  new URLSearchParams(
    names.flatMap((name): [string, string][] => {
      const value = behind[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ).toString();

/** Where the cases behind a figure of themes are listed. */
export const casesAddress = (behind: Behind): string => `#/themes/cases?${queryOf(behind)}`;

/** Where an engagement or a question is begun from them. */
export const beginAddress = (what: 'engagements' | 'assurance', behind: Behind): string =>
  `#/${what}/new/edit?${queryOf(behind)}`;

/** The cases that an address speaks of; undefined where it speaks of none. */
export const behindOf = (search: URLSearchParams): Behind | undefined => {
  const said = Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  ) as Partial<Behind>;
  return said.from && said.to ? (said as Behind) : undefined;
};
