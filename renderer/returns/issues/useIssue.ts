import { useParams } from 'wouter';

/** The issue that an address names. */
export const useIssueAsked = (): { key: string; period: string; number: number } => {
  const { key = '', period = '', number = '' } = useParams<{ key: string; period: string; number: string }>();
  // What is no number is asked for as an issue that no return has.
  return { key, period, number: /^\d{1,3}$/.test(number) ? Number(number) : 999 };
};
