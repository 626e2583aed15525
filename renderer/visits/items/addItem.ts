import { go } from '#renderer/app/place.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import type { Form } from '#shared/forms/definition.ts';
import { type ItemSubject, lists } from '#shared/forms/scope.ts';
import { withItem } from '../draft/draft.ts';
import type { Writing } from '../draft/OnReport.tsx';

/** The first question that is asked about an item, on which adding one lands. */
const firstQuestion = (form: Form, of: ItemSubject): string =>
  form.sections.find((s) => s.of === of)?.questions.find((q) => !q.retired)?.id ?? '';

/**
 * Adds an item to a list of the report and goes to its first question. It stands in the draft before anything is
 * asked of the store, so that a slow one neither loses nor doubles it.
 * @param known what is known of the item already
 * @param from where Continue leads afterwards, if not to the list
 */
export const addItem = (
  { open, base }: Writing,
  of: ItemSubject,
  known: Record<string, string> = {},
  from?: string,
): void => {
  const id = newRecordId();
  open.keeper.change((draft) => withItem(draft, of, { id, ...known }), 'now');
  const params = new URLSearchParams({ at: firstQuestion(open.report.form, of), ...(from && { from }) });
  go(`${base}/${lists[of]}/${id}?${params}`);
};
