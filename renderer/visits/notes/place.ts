/**
 * The list of sections of the report that is being filled in; undefined anywhere else.
 * @param path the place one is at, such as `/visits/<id>/edit/close` or `/visits/<id>/check`
 */
export const reportInHand = (path: string): string | undefined => {
  const [, report] = /^(\/visits\/[0-9a-f-]{36})\/(?:edit(?:\/|$)|check$)/.exec(path) ?? [];
  return report && `${report}/edit`;
};
