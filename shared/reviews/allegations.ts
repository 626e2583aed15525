import { z } from 'zod';
import { shortText } from '#shared/records/common.ts';

/** An office's table of allegation categories, known by their names; letters of older tables are optional. */
export const allegationCategory = z.looseObject({
  name: shortText,
  letter: z.string().max(5).optional(),
  subcategories: z.array(shortText).max(50),
  /** Offered no more; allegations that name it keep it. */
  retired: z.boolean().optional(),
});
export const allegationCategories = z.array(allegationCategory).max(100);
export type AllegationCategory = z.infer<typeof allegationCategory>;

const category = (name: string, ...subcategories: string[]): AllegationCategory => ({ name, subcategories });

/** Where the table an office begins with comes from. */
export const categoriesSource = 'IOPC police complaints statistics 2024/25, Table 18';

/** The table an office begins with, which it may edit. */
export const defaultCategories: readonly AllegationCategory[] = [
  category(
    'Delivery of duties and service',
    'Police action following contact',
    'Decisions',
    'General level of service',
    'Information',
  ),
  category(
    'Police powers, policies and procedures',
    'Stops, and stop and search',
    'Searches of premises and seizure of property',
    'Power to arrest and detain',
    'Detention in police custody',
    'Bail, identification and interview procedures',
    'Use of force',
    'Evidential procedures',
    'Out of court disposals',
    'Other policies and procedures',
  ),
  category('Handling of or damage to property/premises'),
  category(
    'Access and/or disclosure of information',
    'Use of police systems',
    'Disclosure of information',
    'Handling of information',
    'Accessing and handling of information from other sources',
  ),
  category('Use of police vehicles'),
  category(
    'Discriminatory behaviour',
    'Age',
    'Disability',
    'Gender reassignment',
    'Marriage and civil partnership',
    'Pregnancy and maternity',
    'Race',
    'Religion or belief',
    'Sex',
    'Sexual orientation',
    'Other',
  ),
  category(
    'Abuse of position/corruption',
    'Abuse of position for financial purpose',
    'Abuse of position for sexual purpose',
    'Abuse of position for the purpose of pursuing an inappropriate emotional relationship',
    'Abuse of position for other purpose',
    'Obstruction of justice',
    'Organisational corruption',
  ),
  category(
    'Individual behaviours',
    'Impolite language/tone',
    'Impolite and intolerant actions',
    'Unprofessional attitude and disrespect',
    'Lack of fairness and impartiality',
    'Overbearing or harassing behaviours',
  ),
  category('Sexual conduct'),
  category('Discreditable conduct'),
  category('Other'),
];
