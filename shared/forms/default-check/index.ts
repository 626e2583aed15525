import type { Form } from '../definition.ts';
import { care, checks, force, reviews, rights } from './causes.ts';
import { childrensSection, health, oversight, womensSection } from './people.ts';

/** The first version of every office's form for record checks: one and the same record wherever it is read. */
export const firstCheckForm = '5b1f2f0e-4f0d-5f0a-9d5e-7c2b8f3a6e10';

/**
 * What is asked of a custody record, version 1: with weight on the five causes for concern of the 2022 inspection, and
 * on children, women and people in poor mental health.
 */
export const checkForm = (id: string = firstCheckForm): Form => ({
  id,
  of: 'recordCheck',
  version: 1,
  title: 'Custody record check',
  publishedOn: '2026-11-21',
  sections: [rights, reviews, checks, force, care, health, childrensSection, womensSection, oversight],
});
