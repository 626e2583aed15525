import type { AttachedFile } from './file.ts';
import { type RecordKind, registry } from './registry.ts';
import { type RecordType, recordTypes } from './types.ts';

/** The types of which records carry files: those that say in the registry where theirs stand. */
export type FileType = {
  [T in RecordType]: (typeof registry)[T] extends { files: unknown } ? T : never;
}[RecordType];

const kindOf = (type: RecordType): RecordKind => registry[type];

export const hasFiles = (type: string): type is FileType =>
  Object.hasOwn(registry, type) && kindOf(type as RecordType).files !== undefined;

export const fileTypes = recordTypes.filter(hasFiles) as [FileType, ...FileType[]];

/** The files of a record, those that were taken out included; undefined where it never had any. */
export const attachedIn = (type: RecordType, document: { id: string }): readonly AttachedFile[] | undefined =>
  kindOf(type).files?.(document as never);

/** The files that stand in a record. */
export const filesStanding = (type: RecordType, document: { id: string }): AttachedFile[] =>
  (attachedIn(type, document) ?? []).filter(({ removed }) => removed === undefined);
