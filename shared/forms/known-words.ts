/**
 * Words that are written with a capital in reports of visits and are nobody's name: days and months, the field's own
 * vocabulary, languages, beliefs, and what is bought in. Suites and stations are the office's own and are passed in.
 */
const capitals = `
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december christmas easter eve new year day bank holiday spring summer autumn winter gmt bst am pm
pace code codes annex act section act's terrorism mental health human rights equality children police reform home
office notes note schedule practice guidance policy form part article paragraph convention
custody detainee detainees visitor visitors independent visiting scheme icv icva opcat npm tact coordinator
co-ordinator panel report station suite unit centre center court crown magistrates county prison hmp
constabulary force west mercia commissioner pcc hmicfrs inspectorate inspection
sergeant sgt sergeants inspector inspectors superintendent constable constables officer officers detention escort
assistant staff duty chief acting temporary head deputy manager supervisor shift team response control room desk
front back rear main male female women women's men men's juvenile youth adult adults appropriate child boys girls
cell cells corridor wing block dock yard kitchen shower showers medical store stores gate bay holding interview
charge area room level floor door hatch bell camera cctv
healthcare health care professional hcp nurse nurses doctor doctors paramedic paramedics ambulance service hospital
infirmary accident emergency clinic ward liaison diversion liaison l&d samaritans drug alcohol worker social services
local authority council emergency team crisis nhs mind
solicitor solicitors duty interpreter language line bigword consulate embassy high commission
record records number reference cr cro iopc ico nspis niche athena risk assessment review reviews log
one two three four five six seven eight nine ten eleven twelve first second third all level
english welsh scottish irish british polish romanian bulgarian lithuanian latvian albanian arabic kurdish sorani
kurmanji farsi dari pashto punjabi urdu hindi bengali gujarati tamil turkish ukrainian russian czech slovak hungarian
portuguese spanish french german italian greek chinese mandarin cantonese vietnamese somali tigrinya amharic swahili
makaton european eastern western african caribbean asian american traveller travellers roma gypsy
england wales scotland ireland britain kingdom united eu europe poland romania ukraine syria iraq iran afghanistan
muslim muslims islam islamic christian catholic protestant anglican sikh hindu jewish jew buddhist rastafarian pagan
bible quran qur'an koran torah gita guru granth sahib holy allah god ramadan eid diwali passover lent sabbath mecca
qibla halal kosher vegan vegetarian weetabix tampax
covid covid-19 coronavirus aids hiv adhd autism asperger's ptsd bipolar diabetes methadone paracetamol ibuprofen
insulin ventolin diazepam naloxone narcan taser parva spit guard
royal general university princess queen king's alexandra constant observation observations intermittent close
proximity supervision search strip use restraint rights entitlements visit visits food drink water tea coffee
breakfast lunch dinner blanket blankets mattress exercise reading books toilet clothing medication first aid box
person persons people practitioner video safety fire alarm triage bin easy read issue call format nicotine red body
welfare transport poster booklet leaflet google youtube teams zoom skype microsoft bt kindle sky netflix
i we he she they it you a an the this that these those there here his her their our my your its no not yes none nobody
somebody someone everyone everybody nothing both each every other another some any many most few several only also
ok okay tv dvd pin id dna asap
`;

/** All of them in small letters. */
export const knownWords: ReadonlySet<string> = new Set(capitals.split(/\s+/).filter(Boolean));

/** Words that begin a sentence before a capital that is no surname: “Asked Healthcare”, “Visited Hereford”. */
const openers = `
accompanied admitted advised after again agreed allowed although and announced appeared arranged arrived as asked at
attended authorised because before being both brought but by called came cell changed charged check checked checks
cleaned collected complained completed concerned confirmed could declined delayed denied despite detained did
discussed due during each empty encountered ended entered escorted even every explained finally finished first for
found from gave generally given good had handed has have having he heard held her his how however i if in informed
initially interviewed introduced invited is issued it its kept last later learned left likewise located looked made
many mentioned met missed most moved my near needed never new next nobody no none not noted nothing now observed of
offered on once one only or ordered other our out over overall passed placed please possibly previously probably
promised provided raised ran rang read received recorded referred refused rejected released reminded repeated replaced
reported requested responded returned reviewed sadly saw searched seemed seen served several shared she showed shown
signed similarly since so some soon spoke spotted started stayed still such suggested supplied supported taken tested
thank thanked thanks that the their then there these they this those though three to today told took transferred tried
twice two under unfortunately until used usually very viewed visited waited walked wanted warned was we well went were
what when where whether which while who why with without witnessed yesterday yet you your
`;
export const openingWords: ReadonlySet<string> = new Set(openers.split(/\s+/).filter(Boolean));
