/**
 * Where one learns whom to ring: on the pages of a report with the log of its calls, while it is corrected with that
 * of the correction, elsewhere without any.
 * @param path the place one is at, such as `/visits/<id>/edit/close`
 */
export const urgentPlace = (path: string): string => {
  const [report = ''] = /^\/visits\/[0-9a-f-]{36}(\/correct)?(?=\/|$)/.exec(path) ?? [];
  return `${report}/urgent`;
};
