import type { ReturnDefinition } from '#shared/records/named-return.ts';
import { reviewSections } from './sections.ts';

/** The headings that ICVA's quarterly return asks for. */
const ofVisits = [
  { id: 'good', title: 'Good practice', hint: 'What custody did well, and where. Name nobody.' },
  { id: 'impact', title: 'Impact', hint: 'What changed because of visits.' },
  {
    id: 'areas',
    title: 'Areas of concern',
    hint: 'What gives cause for concern, and what is done about it.',
  },
] as const;

const ofCorrespondence = [
  { id: 'about', title: 'What people wrote about', hint: 'What the figures show, and what lies behind it.' },
  { id: 'changed', title: 'What came of it', hint: 'What was asked, decided or changed because of it.' },
] as const;

/**
 * The returns that come with the product. An office changes each for itself (`returns.define`), and makes others.
 * The key of what paragraph 7C asks for is `reviews`, under which offices have kept its words from the beginning.
 */
export const broughtReturns: readonly ReturnDefinition[] = [
  {
    key: 'custody-quarter',
    name: 'Custody visiting, quarter',
    of: 'icv',
    every: 'quarter',
    splits: ['suite'],
    sections: [...ofVisits],
    fiveYears: false,
    keepsBack: true,
    dueAfter: 30,
  },
  {
    key: 'custody-year',
    name: 'Custody visiting, annual report',
    of: 'icv',
    every: 'year',
    splits: ['suite', 'ageGroup', 'sex'],
    sections: [...ofVisits],
    fiveYears: true,
    keepsBack: true,
    dueAfter: 90,
  },
  {
    key: 'icva-quarter',
    name: 'Quarterly return to ICVA',
    of: 'icv',
    every: 'quarter',
    to: 'Independent Custody Visiting Association',
    measures: [
      'visits.attempted',
      'visits.completed',
      'visits.abandoned',
      'visits.target',
      'detainees.held',
      'detainees.offered',
      'detainees.accepted',
      'consent.ofOffered',
      'consent.ofAvailable',
      'consent.ofHeld',
      'delay.mean',
      'delay.max',
      'delay.over',
      'concerns.raised',
      'concerns.escalated',
      'concerns.open',
      'volunteers.active',
      'volunteers.joined',
      'volunteers.left',
    ],
    splits: [],
    sections: [...ofVisits],
    fiveYears: false,
    keepsBack: true,
    dueAfter: 21,
  },
  {
    key: 'review-year',
    name: 'Complaint reviews, year',
    of: 'reviews',
    every: 'year',
    splits: ['route'],
    sections: [reviewSections[1], reviewSections[3], reviewSections[4]],
    fiveYears: true,
    keepsBack: false,
    dueAfter: 60,
  },
  {
    key: 'panel-complaints',
    name: 'Annual Report on Complaints',
    of: 'reviews',
    every: 'year',
    to: 'Police and Crime Panel',
    splits: ['route'],
    sections: [...reviewSections],
    fiveYears: true,
    keepsBack: true,
    dueAfter: 90,
  },
  {
    key: 'reviews',
    name: 'Complaint reviews: how we performed',
    of: 'reviews',
    every: 'year',
    splits: [],
    sections: [...reviewSections],
    basis:
      'Elected Local Policing Bodies (Specified Information) Order 2011, Schedule, paragraph 7C (SI 2021/547)',
    fiveYears: false,
    keepsBack: true,
    dueAfter: 90,
  },
  {
    key: 'metrics-quarter',
    name: 'Contact with the public, quarter',
    of: 'correspondence',
    every: 'quarter',
    splits: [],
    sections: [...ofCorrespondence],
    fiveYears: false,
    keepsBack: false,
    dueAfter: 30,
  },
  {
    key: 'panel-activity',
    name: 'Activity report to the Panel',
    of: 'correspondence',
    every: 'range',
    to: 'Police and Crime Panel',
    splits: ['area'],
    sections: [...ofCorrespondence],
    fiveYears: false,
    keepsBack: true,
  },
];
