import { derivedId } from '#shared/ids.ts';
import { namedId } from '#shared/imports/names.ts';
import { defaultSettings, type Setting } from '#shared/records/setting.ts';
import type { Panel, Suite } from '#shared/records/suite.ts';

/** The policing areas the office reports by, in the order it prints them. */
const areas = [
  'Herefordshire',
  'North Worcestershire',
  'South Worcestershire',
  'Shropshire',
  'Telford & Wrekin',
];

/** Each suite with its area and panel. That the Shropshire panel covers two suites was seen; the rest (confirm). */
const places = [
  { name: 'Hereford', area: 'Herefordshire', panel: 'Hereford' }, // panel's name (confirm)
  { name: 'Kidderminster', area: 'North Worcestershire', panel: 'Kidderminster' }, // area and panel's name (confirm)
  { name: 'Shrewsbury (Monkmoor)', area: 'Shropshire', panel: 'Shropshire' }, // whether still in use (confirm)
  { name: 'Telford (Malinsgate)', area: 'Telford & Wrekin', panel: 'Shropshire' }, // whether still in use (confirm)
  { name: 'Worcester', area: 'South Worcestershire', panel: 'Worcester' }, // area and panel's name (confirm)
];

/**
 * West Mercia's areas, panels and suites, to begin with instead of an empty store: no people, no records. The office
 * checks it before anything is printed from it as current. Targets, and from when a suite was open, in reserve or
 * closed, are not known to us and stay blank: a suite without dates is open, one without a target has none.
 */
export const westMercia = ({
  office,
}: {
  office: string;
}): { setting: Setting; panels: Panel[]; suites: Suite[] } => ({
  setting: {
    ...defaultSettings,
    id: derivedId(office, 'setting', 'office'),
    body: 'West Mercia Police and Crime Commissioner', // as the office styles itself (confirm)
    areas,
  },
  panels: [...new Set(places.map((p) => p.panel))].map((name) => ({
    id: namedId(office, 'panel', name),
    name,
  })),
  suites: places.map(({ name, area, panel }) => ({
    id: namedId(office, 'suite', name),
    name,
    area,
    panel: namedId(office, 'panel', panel),
    statuses: [],
    targets: [],
  })),
});
