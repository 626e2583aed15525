import { freshId, type Office } from '#test/office.ts';

type Raising = { suite: string; matter?: string; severity?: 'immediate' | 'high' | 'routine' } & Partial<{
  sharing: 'custody' | 'office';
  publication: string;
}>;

/** A concern raised by hand by the staff; gives its id and number. */
export const raised = async (
  office: Pick<Office, 'ask'>,
  {
    matter = 'The call bell of cell 4 was not heard.',
    severity = 'routine',
    sharing = 'custody',

    ...more
  }: Raising,
): Promise<{ id: string; reference: string }> => {
  const id = freshId();
  const { reference } = await office.ask('concerns.raise', {
    id,
    raisedOn: '2026-01-05',
    area: 'conditions and facilities',
    severity,
    sharing,
    matter,
    ...more,
    from: { kind: 'coordinator' },
  });
  return { id, reference: reference ?? '' };
};
