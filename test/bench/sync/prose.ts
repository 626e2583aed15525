import type { Dice } from '#desk/example/dice.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

const who = words(`
detainee sergeant inspector nurse solicitor interpreter gaoler constable superintendent doctor volunteer cleaner
mother adult paramedic clerk relative kitchen reception shift manager translator advocate sister brother stranger
`);
const what = words(`
blanket mattress meal water shower exercise telephone medication inhaler glasses reading bible quran clothing slippers
toothbrush towel toilet hatch intercom heating light window drain handwash ligature camera buzzer notice leaflet
phone call record log charge bail review interview property jewellery shoes belt laces pillow sandwich porridge tea
coffee juice biscuit allergy dressing bandage tablet insulin fracture asthma rash bruise appetite sleep prayer mat
compass translation card pen crayons book puzzle magazine sanitary pack razor comb soap towel mirror bench corridor
`);
const did = words(`
asked offered refused received wanted missed explained checked found reported repaired replaced cleaned delayed moved
described recorded promised requested accepted waited complained thanked noticed doubted praised questioned ordered
counted brought returned borrowed showed heard watched opened closed warmed emptied searched tested signed read wrote
`);
const how = words(`
promptly politely twice quietly again slowly properly calmly late early yesterday overnight clearly reluctantly
patiently anxiously briefly often seldom gladly firmly warmly badly soon already nearly fully partly today kindly
`);
const which = words(`
clean broken cold warm missing spare second fresh stained working new old damp bright dim empty full noisy quiet
late halal vegetarian vegan clear torn locked open heavy light tidy cracked faulty adequate suitable sealed loose
blocked smelly dusty polished narrow crowded sore anxious tired hungry cheerful angry distressed tearful settled
`);
const link = words(
  'and but so while because although after before since until when though where which then yet',
);

/**
 * Sentences as nobody ever wrote them, each different. Real reports repeat themselves less than this does: what is
 * measured of packing them is no better than it would be for people's own.
 */
export const sentence = (dice: Dice): string => {
  const { pick, int } = dice;
  const clause = () =>
    [
      ...['the', pick(who), pick(did), dice.percent(30) ? pick(how) : ''],
      ...[pick(words('a the no some that another')), dice.percent(60) ? pick(which) : '', pick(what)],
      ...(dice.percent(25) ? ['at', `${int(0, 23)}:${String(int(0, 59)).padStart(2, '0')}`] : []),
      ...(dice.percent(15) ? ['in', 'cell', String(int(1, 24))] : []),
    ].filter(Boolean);
  const all = [...clause(), ...(dice.percent(60) ? [pick(link), ...clause()] : [])].join(' ');
  return `${all[0]?.toUpperCase()}${all.slice(1)}.`;
};
