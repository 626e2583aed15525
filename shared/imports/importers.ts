import type { ImportKind } from '#shared/import-views.ts';
import { correspondence } from './correspondence.ts';
import type { Importer } from './importer.ts';
import { reviews } from './reviews.ts';
import { suites } from './suites.ts';
import { throughput } from './throughput.ts';
import { visits } from './visits.ts';
import { volunteers } from './volunteers.ts';

/** Every kind of import file there is, by the word for it on the command line. */
export const importers: Readonly<Record<ImportKind, Importer>> = {
  suites,
  volunteers,
  throughput,
  visits,
  reviews,
  correspondence,
};
