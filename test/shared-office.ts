import { afterAll, expect } from 'vitest';
import { addPerson, addSuite, newOffice, type Office } from './office.ts';
import { disagreements } from './whole.ts';

/** One office for all tests of a file; it goes when they have ended. */
export const officeForAll = async (start?: Parameters<typeof newOffice>[0]): Promise<Office> => {
  const office = await newOffice(start);
  afterAll(() => office.end());
  return office;
};

/** One office with a suite and two visitors; at the end all that lies in its file must agree. */
export const visitingOffice = async () => {
  const office = await newOffice();
  afterAll(async () => {
    await office.close();
    expect(disagreements(office.folder, office.recoveryCode)).toEqual([]);
    await office.end();
  });
  const suite = await addSuite(office, 'Northgate');
  return { office, suite, visitor2: await addPerson(office, 'Second Visitor') };
};
