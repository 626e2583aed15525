import { z } from 'zod';
import { isoDate, recordId } from '#shared/records/common.ts';
import { person, standings } from '#shared/records/person.ts';
import { setting } from '#shared/records/setting.ts';
import { panel, suite } from '#shared/records/suite.ts';
import { throughput } from '#shared/records/throughput.ts';
import { patch } from '#shared/sync/patch.ts';
import { byId, type Call, coordinator, nothing, saved, staff, writers } from './call.ts';

/** The office's own records: settings, suites, panels, people, throughput. */
export const officeCalls = {
  'settings.get': {
    input: nothing,
    output: setting,
    errors: [],
    may: 'everyone',
    where: 'read',
    of: ['setting'],
  },
  'settings.save': {
    input: z.object({ patch }),
    output: saved,
    errors: ['changedElsewhere'],
    may: coordinator,
    where: 'write',
  },
  'suites.list': {
    input: z.object({ year: z.string().max(10).optional() }),
    output: z.array(
      suite.extend({
        panelName: z.string().nullable(),
        status: z.string(),
        visits: z.int(),
        target: z.number().nullable(),
        lastVisit: isoDate.nullable(),
      }),
    ),
    errors: ['badPeriod'],
    may: 'everyone',
    where: 'read',
    of: ['suite', 'panel', 'visit'],
  },
  'suites.get': {
    input: byId,
    output: suite,
    errors: ['notFound'],
    may: 'everyone',
    where: 'read',
    of: ['suite'],
  },
  'suites.save': {
    input: z.object({ id: recordId, patch }),
    output: saved,
    errors: ['changedElsewhere'],
    may: coordinator,
    where: 'write',
  },
  'panels.list': {
    input: nothing,
    output: z.array(panel.extend({ suites: z.int(), people: z.int() })),
    errors: [],
    may: 'everyone',
    where: 'read',
    of: ['panel', 'suite', 'person'],
  },
  'panels.save': {
    input: z.object({ id: recordId, patch }),
    output: saved,
    errors: ['changedElsewhere'],
    may: coordinator,
    where: 'write',
  },
  'people.list': {
    input: z.object({
      text: z.string().max(200).optional(),
      panel: recordId.optional(),
      /** Who is at work, who only asks to join, who has left, or everybody. */
      show: z.enum(['active', 'joining', 'left', 'all']).default('active'),
    }),
    output: z.array(person.extend({ panelName: z.string().nullable(), vetting: z.enum(standings) })),
    errors: [],
    may: 'everyone',
    where: 'read',
    of: ['person', 'panel'],
  },
  'people.get': {
    input: byId,
    output: person,
    errors: ['notFound'],
    may: 'everyone',
    where: 'read',
    of: ['person'],
  },
  'people.save': {
    input: z.object({ id: recordId, patch }),
    output: saved,
    errors: ['changedElsewhere', 'lastCoordinator'],
    may: coordinator,
    where: 'write',
  },
  /** A PIN of a person's own on this laptop, with which they declare a report on it. Never leaves the laptop. */
  'people.setPin': {
    input: z.object({ id: recordId, pin: z.string().max(50) }),
    output: saved,
    errors: ['notFound', 'weakPin'],
    may: writers,
    where: 'write',
  },
  /** Who has a PIN on this laptop. */
  'people.pins': {
    input: nothing,
    output: z.array(recordId),
    errors: [],
    may: writers,
    where: 'read',
    of: ['person'],
  },
  'throughput.list': {
    input: z.object({ year: z.string().max(10) }),
    output: z.object({
      months: z.array(z.string()),
      suites: z.array(z.object({ id: recordId, name: z.string() })),
      figures: z.array(throughput),
    }),
    errors: ['badPeriod'],
    may: 'everyone',
    where: 'read',
    of: ['throughput', 'suite'],
  },
  'throughput.save': {
    input: throughput.pick({ suite: true, month: true }).extend({
      total: z.int().min(0).max(1_000_000).nullable(),
      under18: z.int().min(0).nullable().optional(),
      female: z.int().min(0).nullable().optional(),
    }),
    output: saved,
    errors: [],
    may: staff,
    where: 'write',
  },
} as const satisfies Record<string, Call>;
