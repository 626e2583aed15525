import { type ReactNode, useEffect, useState } from 'react';
import { say } from '#renderer/app/state.ts';
import { Button } from '#renderer/kit/index.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { itemTitle } from '#shared/forms/items.ts';
import { closingOf, itemIdOf } from '#shared/forms/scope.ts';
import { closingWords } from '#shared/forms/spoken.ts';
import { inSentence } from '#shared/text.ts';
import type { OpenDraft } from '../draft/useVisitDraft.ts';
import { closingId } from '../section/Closing.tsx';
import type { Editing } from '../section/editing.ts';
import { isUntouched, previousOf, withSame } from './sameAs.ts';

type SameAsPreviousProps = { open: OpenDraft; section: string; editing: Editing };

/** Takes a group over from the detainee before, where the form allows it: the state of cells, never what one said. */
export function SameAsPrevious({ open, section: id, editing }: SameAsPreviousProps): ReactNode {
  const [done, setDone] = useState('');
  const { scope, keeper, draft } = editing;
  useEffect(() => {
    // The button has gone away: the answer it gave is where one is now.
    if (done) document.querySelector<HTMLElement>(`[name="${closingId(id)}"]:checked`)?.focus();
  }, [done, id]);
  const { form } = open.report;
  const from = previousOf(scope);
  const section = from && shownSections(form, from, open.settings).find((s) => s.id === id && s.copyable);
  const whole = form.sections.find((s) => s.id === id);
  const closing = section && closingOf(section, from);
  if (!from || !section || !closing || !whole) return null;
  const previous = inSentence(itemTitle('detainee', draft.visit, itemIdOf(from)));

  const take = () => {
    keeper.change((now) => withSame(now, section, from, scope), 'now');
    const said = `Taken over from ${previous}: ${closingWords[closing].toLowerCase()}. Change what differs.`;
    setDone(said);
    say(said);
  };
  if (!isUntouched(whole, scope)) return done && <p className="govuk-hint">{done}</p>;
  return (
    <Button type="button" kind="secondary" onClick={take}>
      Same as the previous detainee<span className="govuk-visually-hidden">: {section.title}</span>
    </Button>
  );
}
