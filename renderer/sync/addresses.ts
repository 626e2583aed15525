/** Where a record of a type is looked at; nothing where it has no page of its own. */
export const recordAddress = (type: string, id: string): string | undefined =>
  ({
    visit: `#/visits/${id}`,
    concern: `#/concerns/${id}`,
    template: `#/templates/${id}`,
    letter: `#/concerns/letters/${id}`,
    suiteSheet: `#/concerns/sheets/${id}`,
    recordCheck: `#/checks/${id}`,
    sample: `#/checks/samples/${id}`,
    plan: `#/plans/${id}`,
    planItem: `#/plans/items/${id}`,
    session: `#/sessions/${id}`,
    criterion: `#/quality/${id}`,
    suite: `#/suites/${id}`,
    person: `#/people/${id}`,
    panel: '#/panels',
    throughput: '#/throughput',
    setting: '#/settings',
    form: '#/forms',
    conflict: '#/sync/conflicts',
    pen: '#/visits/out',
  })[type];
