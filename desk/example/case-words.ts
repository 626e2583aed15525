import type { CaseKind } from '#shared/records/case-parts.ts';

/** What a case of the example is about. Everybody and every place in it is invented. */
export type CaseMatter = {
  readonly kind: CaseKind;
  readonly theme: string;
  readonly place: string;
  readonly summary: string;
};

const about = (kind: CaseKind, theme: string, place: string, summary: string): CaseMatter => ({
  ...{ kind, theme, place, summary },
});

export const caseMatters: readonly CaseMatter[] = [
  about('concern', 'Road safety', 'Market Street', 'Lorries at school times; asks for a crossing.'),
  about('concern', 'Antisocial behaviour', 'Lowbridge', 'Quad bikes on the common after dark.'),
  about(
    'enquiry',
    'Local policing',
    'Thornharrow',
    'Asks who the local officers are and when they can be met.',
  ),
  about(
    'complaint about the force',
    'Police contact',
    'Thornharrow',
    'Waited an hour on 101 and was cut off.',
  ),
  about(
    'MP or councillor letter',
    'Road safety',
    'Lowbridge',
    'Speeding on the valley road, for a constituent.',
  ),
  about('concern', 'Rural crime', 'Upper Inventley', 'Tools and a trailer taken from three farms.'),
  about(
    'compliment',
    'Local policing',
    'Market Street',
    'Thanks to two officers who found a missing father.',
  ),
  about(
    'town or parish council',
    'Road safety',
    'Upper Inventley',
    'Asks how to begin a community speed watch.',
  ),
  about(
    'copied-in only',
    'Antisocial behaviour',
    'Lowbridge',
    'Copied in on a letter to the district council.',
  ),
  about('FOI request', 'Budget and precept', 'Thornharrow', 'Spending on consultants in three years.'),
  about('enquiry', 'Budget and precept', 'Thornharrow', 'Asks what the precept pays for.'),
  about(
    'media',
    'The Commissioner and the office',
    'Thornharrow',
    'Asks for words on the new policing plan.',
  ),
  about('concern', 'Road safety', 'Market Street', 'Cars race on the ring road at weekends.'),
  about(
    'complaint about the chief constable',
    'Local policing',
    'Thornharrow',
    'Says the Chief Constable closed a front counter without asking anybody.',
  ),
  about(
    'petition',
    'Antisocial behaviour',
    'Market Street',
    '312 names for a public spaces protection order.',
  ),
  about(
    'subject access request',
    'Police contact',
    'Lowbridge',
    'Asks for all that the office holds of them.',
  ),
  about('concern', 'Drugs', 'Lowbridge', 'Dealing behind the bus station most afternoons.'),
  about(
    'complaint about office staff',
    'The Commissioner and the office',
    'Thornharrow',
    'Was not rung back as promised.',
  ),
  about(
    'data-protection complaint',
    'The Commissioner and the office',
    'Lowbridge',
    'A letter went to a former address.',
  ),
  about('EIR request', 'Budget and precept', 'Thornharrow', 'Energy use of the office’s buildings.'),
  about('concern', 'Road safety', 'Upper Inventley', 'No footpath between the school and the estate.'),
  about('enquiry', 'Victims and witnesses', 'Market Street', 'Asks what help there is after a burglary.'),
  about(
    'whistle-blowing',
    'Police contact',
    'Thornharrow',
    'Says that overtime is claimed that nobody worked.',
  ),
  about('review-related', 'Police contact', 'Lowbridge', 'Asks how a complaint review is applied for.'),
  about(
    'complaint about a volunteer',
    'The Commissioner and the office',
    'Market Street',
    'A volunteer was short with them at a fair.',
  ),
  about(
    'complaint about the commissioner',
    'The Commissioner and the office',
    'Thornharrow',
    'Did not answer a question at a public meeting.',
  ),
];

export const correspondents: readonly string[] =
  'Alwyn Thackerby,Bryony Mossgrave,Caspar Linfield,Delyth Orme-Hale,Edmund Farthingale,Flora Quickfall,Garrick Stonehewer,Honor Plumtree,Isolde Winterbourne,Jory Blenkinsop,Keziah Marlpit,Lorcan Duckworth-Bell,Mabel Tansley,Nolan Everglade,Olwen Hartshorn,Percival Nightjar'.split(
    ',',
  );

export const answersOfForce: readonly string[] = [
  'The safer neighbourhood team has put the road on its list of patrols and will report in a month.',
  'A speed survey is arranged; its figures will be shared with the council.',
  'The call was found and listened to. A supervisor has rung them to say sorry.',
];
