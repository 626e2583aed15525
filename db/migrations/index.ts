import type { Migration } from '../migrate.ts';
import * as records from './0010-records.ts';

/** Every shape the store has had, in order. A number that has been shipped is never changed or used again. */
export const migrations: readonly Migration[] = [{ number: 10, name: 'records', up: records.up }];
