/** What a report's files are, and who is given none of them. */
export const ofSheet = {
  what: 'A scan or photograph of the paper sheet, for the office',
  after: 'Custody is given none of it.',
};
