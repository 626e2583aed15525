import type { Form } from '#shared/forms/definition.ts';
import { concernOf } from '#shared/forms/raised.ts';
import { checkScope } from '#shared/forms/scope.ts';
import { derivedId } from '#shared/ids.ts';
import type { Concern, ConcernArea } from '#shared/records/concern.ts';
import type { RecordCheck } from '#shared/records/record-check.ts';

/** What the office makes of answers that it takes further, by the question. */
const matters: Readonly<Record<string, string>> = {
  adultCame: 'The appropriate adult came hours after the need was found, and nobody asked again meanwhile.',
  bedCertificate: 'The certificate that says why the child was not moved is not with the record.',
  childCell: 'The record does not say why the child was put in a cell.',
  childParent: 'Nobody can tell from the record when the person responsible for the child was told.',
  forceComplete: 'Not every officer who used force has recorded it.',
  forceReasoned: 'The record of force does not say what was tried first.',
  levelLowered: 'The level of observation was lowered, and the record does not say why or by whom.',
  stripAuthorised: 'The record does not say who authorised the strip search.',
  reviewsOnTime: 'Reviews were late, without a reason for putting them off.',
};

/** The concern that the office raises from a check; none where nothing in it is taken further. */
export const concernFrom = (form: Form, check: RecordCheck, by: string): Concern | undefined => {
  const scope = checkScope(check);
  const found = form.sections
    .flatMap((s) => s.questions)
    .find((q) => matters[q.id] && check.answers[q.id] && concernOf(q, scope));
  const raised = found && concernOf(found, scope);
  if (!raised || !check.checkedOn) return undefined;
  const id = derivedId(check.id, 'concern', found.id);
  const at = `${check.checkedOn}T15:00:00.000Z`;
  return {
    id,
    events: [{ id: derivedId(id, 'event', 'coordinator'), from: 'raised', to: 'coordinator', by, at }],
    from: { kind: 'recordCheck', record: check.id },
    ...(check.suite && { suite: check.suite }),
    ...(check.panel && { panel: check.panel }),
    raisedOn: check.checkedOn,
    raisedBy: [check.checker ?? by],
    area: raised.area as ConcernArea,
    severity: raised.severity,
    sharing: 'custody',
    matter: matters[found.id] as string,
    ...{ told: [], escalations: [], answers: [], found: [] },
  };
};
