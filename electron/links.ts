import { linkScheme } from './names.ts';

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The places a link from outside may name, and whether one record of them may be named. */
const places = new Map([
  ['home', { path: '/', records: false }],
  ['visits', { path: '/visits', records: true }],
  ['suites', { path: '/suites', records: true }],
  ['people', { path: '/people', records: true }],
  ['returns', { path: '/returns', records: false }],
  ['search', { path: '/search', records: false }],
]);

/**
 * Reads a link such as `icv-desk://visits/ID` into a place in the interface. Anybody can write a link, so nothing of
 * it is passed on: a known place and the id of a record, or it is ignored.
 */
export const placeOfLink = (link: string): string | undefined => {
  const url = URL.parse(link);
  if (url?.protocol !== `${linkScheme}:`) return undefined;
  if (url.username || url.password || url.port || url.search || url.hash) return undefined;
  const place = places.get(url.hostname);
  if (!place) return undefined;
  const record = url.pathname.replace(/^\//, '');
  if (record === '') return place.path;
  return place.records && id.test(record) ? `${place.path}/${record}` : undefined;
};

/** The place named by the first link among the arguments of a start, wherever the system put it. */
export const placeOfArguments = (argv: readonly string[]): string | undefined => {
  const link = argv.find((argument) => argument.startsWith(`${linkScheme}:`));
  return link === undefined ? undefined : placeOfLink(link);
};
