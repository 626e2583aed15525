import type { Form } from './definition.ts';

/** What a published version says anew: everything else of a form is given by its being the next one. */
export type Revision = Pick<Form, 'title' | 'sections'>;

/** One thing that keeps a new version from being published, and where in it. */
export type FormProblem = { section: string; question?: string; text: string };

/** Why `next` may not follow `previous`: every reason at once, none where it may. */
export const objections = (_previous: Form, _next: Revision): FormProblem[] => [];
