import type { Form } from '../definition.ts';
import { care } from './care.ts';
import { cell } from './cell.ts';
import { close } from './close.ts';
import { person, said } from './detainee.ts';
import { facilities } from './facilities.ts';
import { health } from './health.ts';
import { process } from './process.ts';
import { call, matter } from './raised.ts';
import { rights } from './rights.ts';
import { visitSections } from './visit.ts';

/**
 * The default form, version 1. Its typed fields are fixed, because measures depend on them; the office may change the
 * rest. The order of sections is the order of the task list.
 */
export const visitForm = (id: string): Form => ({
  id,
  of: 'visit',
  version: 1,
  title: 'Visit report',
  publishedOn: '2026-11-21',
  sections: [
    ...visitSections,
    person,
    rights,
    health,
    care,
    process,
    cell,
    said,
    facilities,
    matter,
    call,
    close,
  ],
});
