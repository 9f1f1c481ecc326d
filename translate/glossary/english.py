"""What English news text tells of its names: titles, heads of organisations and places, ordinary capitals.

Every set is in lower case unless its name says otherwise.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PARTICLES = _set("af al bin da das de del della den der di do dos du el ibn la le ter van von zu zur")

# Words that begin sentences, and words with a capital that are no names.
ORDINARY = _set(
    """
    a about above according across actually additional additionally after afterwards again against ahead all
    allegedly almost along already also although always amid among an ancient and another any anybody anyone
    anything anyway apart apparently approximately are around as aside asked assuming at away back based be
    because been before behind being believe below beneath besides best better between beyond big both
    briefly but by can careful cause certain children clearly come common consider consequently could
    current currently daily day days dear despite did different do does doing done down due during each
    earlier early editing eight either eleven else elsewhere enough especially even eventually ever every
    everybody everyone everything everywhere except experts expert farmers fewer fighting finally find first
    five following for forget former formerly four from full further generally get give given go good great
    had half has have having he heavy hello help hence her here herself high him himself his how however
    hundreds i if imagine important in including indeed initial initially inside instead interestingly into
    is it its itself journalists just keep large last late later latest lead least leave less let like
    likewise little local long look lots luckily main mainly make man many may maybe me meanwhile men might
    millions modern more moreover most mostly much must my naked near nearby nearly neither never
    nevertheless new news next nine no nobody none nor not nothing notice now nowadays of off officials
    often oh ok okay old on once one only open opponents or ordinary other others otherwise our out outside
    over overall own part past people per perhaps photo photos please police possible possibly presumably
    previous previously probably put put quite rather read ready really recent recently regarding regardless
    reporting researchers residents right road said same say scientists second see seven several shall she
    should similar similarly simply since sir six small so some somebody someone something sometimes soon
    special still such supporters suppose sure surely take ten thank thanks that the their them themselves
    then there therefore these they third this those though thousand thousands three through throughout thus
    till time to today together told tomorrow tonight too top toward towards travellers travelers troops
    turn twelve twice two under unfortunately unless unlike until up update updated upon us use used usually
    various very victims was water we well were what whatever when whenever where whereas whether which
    while whilst who whoever whole whom whose why wide will with within without witnesses woman women
    workers world would year years yes yesterday yet you young your yours act advisory all-caps amendment
    annex article bible book chapter christmas easter figure god internet koran lent lord majesty page part
    quran ramadan section table thanksgiving volume web category cesarean constitution formula flight
    operation presidential parliamentary born built closed developed elected founded located published
    written seen taken made known
    """
)

# Inside a sentence these may begin a name (South Wales, New Haven); alone they are none.
NAME_ADJECTIVES = _set(
    """
    big black blue central east eastern far first golden grand great greater green high inner international
    little long lower middle national new north northeast northeastern northern northwest northwestern old
    open outer red royal second south southeast southeastern southern southwest southwestern third united
    upper west western white world young
    """
)

# Units and currencies that are written like acronyms.
MEASURES = _set(
    "am bn eur fps gb gbp gw gwh hp hz kb khz km kph kw kwh mb mhz mm mph mw mwh pm rpm tb uah usd"
)

# Abbreviations of things, not names.
ABBREVIATIONS = _set(
    "ac add adhd ai aids atm cctv cd cdrom cpu dc diy dj dna dvd ev faq fm gdp gnp gps hd hiv id iq led "
    "lgbt mri ngo nmr ok pa pc pdf pr rna rpg sms suv tnt tv ufo uhf ui url usb vat vhf vip vpn www"
)

CALENDAR = _set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january
    february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec ad bc bce ce gmt utc est edt pst cet
    """
)

# Adjectives and nouns of nations, continents, languages, religions, parties: capitals that are no names.
DEMONYMS = _set(
    """
    afghan african afrikaans albanian algerian american anglican angolan arab arabian arabic aramaic
    argentine argentinian armenian aryan asian assyrian atlantic australian austrian aztec azerbaijani
    bangladeshi baptist bashkir basque bavarian belarusian belarussian belgian bengali berber bolivian
    bosnian brazilian islam mafia british briton buddhist bulgarian burmese byzantine cambodian canadian
    cantonese caribbean catalan catholic celtic chechen chilean chinese christian colombian communist
    confucian congolese conservative cossack creole crimean croat croatian cuban cypriot czech danish dane
    democrat democratic dutch egyptian emirati english estonian ethiopian eurasian european fascist filipino
    finn finnish flemish french georgian german ghanaian greek greenlandic gypsy hawaiian hebrew hindi hindu
    hispanic hungarian icelandic indian indonesian inuit iranian iraqi irish islamic islamist israeli
    italian jamaican japanese javanese jew jewish jordanian kazakh kenyan khmer korean kosovan kurd kurdish
    kuwaiti kyrgyz labour laotian latin latino latvian lebanese liberal libyan lithuanian lutheran
    macedonian malay malaysian maltese mandarin maori marxist mayan mediterranean mexican moldovan mongol
    mongolian moroccan mormon muslim nazi nepalese nigerian norman norse norwegian olympic olympics orthodox
    ottoman pakistani palestinian paralympic paralympics persian peruvian pole polish portuguese protestant
    prussian punjabi quebecois republican roma roman romanian russian rwandan sanskrit saudi scandinavian
    scot scottish scots serb serbian shia shiite siberian sikh sinhalese slav slavic slovak slovenian somali
    soviet spanish spaniard sudanese sumerian sunni swede swedish swiss syrian taiwanese tajik tamil tatar
    thai tibetan tory tories trojan tunisian turk turkish turkmen turkic ugandan ukrainian uighur urdu
    uyghur uzbek venezuelan victorian vietnamese viking welsh yiddish western-backed yemeni yugoslav zulu
    cornish manx baltic balkan bohemian carpathian hellenic arctic antarctic panamanian ecuadorian
    paraguayan uruguayan guatemalan honduran nicaraguan salvadoran haitian dominican bahraini qatari omani
    bhutanese maldivian ivorian senegalese cameroonian zambian zimbabwean tanzanian malian namibian
    mozambican malagasy eritrean gambian liberian guinean gabonese chadian mauritanian montenegrin kosovar
    abkhaz ossetian circassian dagestani kalmyk buryat balinese fijian samoan tongan papuan polynesian
    aboriginal andean alpine amazonian saharan californian texan floridian venetian sicilian neapolitan
    walloon breton corsican galician andalusian castilian saxon moravian silesian phoenician babylonian
    carthaginian etruscan athenian spartan minoan inca incan mughal mayan olmec ashkenazi hellenistic
    anglo-saxon latin-american east-european west-european parisian londoner muscovite kyivan
    """
)

# Before a demonym these heads belong to the name (British Council); before it others do not (the army).
NAMED_WITH_DEMONYM = _set(
    "association commission council union league academy airlines airways championship championships games "
    "cup bank federation resistance revolution war dynasty empire society church cross ocean sea"
)

# Places are named after these: King George Street.
ROYAL_TITLES = _set("king queen prince princess lord lady duke emperor saint pope count")
MASCULINE_TITLES = _set("mr sir king prince lord father emperor tsar czar duke baron count pope brother")
FEMININE_TITLES = _set(
    "mrs ms miss mme madame lady queen princess duchess baroness countess empress sister dame"
)
TITLES = (
    MASCULINE_TITLES
    | FEMININE_TITLES
    | _set(
        """
    dr prof professor president premier chancellor minister secretary mayor governor gov senator sen rep
    representative congressman congresswoman deputy ambassador consul commissioner chairman chairwoman chair
    chief director judge justice attorney prosecutor ombudsman speaker spokesman spokeswoman general gen
    lieutenant lt colonel col major maj captain capt sergeant sgt corporal cpl private pvt admiral adm
    commander cmdr marshal brigadier brig officer detective inspector constable sheriff archbishop bishop
    cardinal patriarch metropolitan rabbi imam ayatollah sheikh sultan rev reverend hon saint pharaoh ceo
    cfo cto mp pm mister coach leader envoy adviser advisor author dictator doctor aunt uncle
    """
    )
)
# The rest of a title: Economy Minister, Vice President, Prosecutor General, Red Lake Tribal Chairman.
TITLE_PARTS = _set(
    """
    prime vice deputy acting former first second foreign defence defense interior economy economic finance
    health energy education justice trade infrastructure culture agriculture transport environment home
    internal external state police senior junior chief executive assistant associate attorney lord lady
    squadron wing presidential fire party opposition majority minority congressional tribal regional
    national federal supreme press military under state's district
    """
)
TITLES_OF = _set("secretary chief minister member speaker head chair commissioner ministers")
TITLE_OBJECTS = _set(
    """
    state staff defence defense treasury justice parliament police commons lords house interior finance
    health education energy labor labour commerce agriculture transportation transport war homeland
    security army
    """
)

ORGANISATION_HEADS = _set(
    """
    academy administration agency airline airlines airways alliance army assembly association authority bank
    battalion board brigade bureau center centre chamber championship championships charity church
    city-state club co coalition college commission committee company confederation congress consortium
    consulate cooperation corp corporation corps council court department directorate division duma embassy
    exchange federation fleet force forces foundation front fund government group guard guards headquarters
    hospital inc institute institution institutes journal laboratory laboratories league ltd llc magazine
    management marines ministry mission mosque museum movement navy network news newspaper office opera
    orchestra organisation organization parliament parliamentary partnership party police post press rada
    reserve resistance school schools senate service services society radio squad staff studio studios
    survey symphony syndicate team television tv theatre theater times treasury tribunal tribune troupe
    trust union unit university
    """
)
PLACE_HEADS = _set(
    """
    airport archipelago avenue basin bay beach boulevard bridge canal canyon cape castle cathedral cave
    caves city coast county creek delta desert district falls forest fort gardens glacier gulf harbor
    harbour heights highway hill hills island islands isle isles kingdom lake lakes mount mountain mountains
    oblast ocean palace park peak peninsula plain plateau port province range region reserve ridge river
    rivers road sea square stadium state states station strait straits street temple territory tower town
    valley village volcano zoo raion monastery reef raceway speedway
    """
)
# Lower-case nouns beside a place: `the town of X`, `X village`.
PLACE_NOUNS = PLACE_HEADS | _set(
    "area areas border borough capital checkpoint coastline commune crossing crossings hamlet municipality "
    "neighborhood neighbourhood outskirts parish prefecture resort seaside settlement shore shores skyline "
    "suburb suburbs airfield port"
)
# Of these, the ones that come before `of`: the Gulf of X, the University of X.
OF_HEADS = _set(
    """
    academy army association bank bay board bureau cape center centre chamber church city college commission
    committee confederation council court department duchy embassy faculty federation foundation gulf house
    institute isle isles kingdom lake league library ministry museum office organisation organization palace
    port principality republic school sea society state straits strait tower union university valley
    """
)

ROLES = _set(
    """
    activist actor actress adviser advisor agent ambassador analyst anchor architect artist astronaut
    astronomer athlete author band biologist blogger boxer boy brother businessman businesswoman candidate
    captain cartoonist chairman chairwoman champion chancellor chef chemist chief choreographer coach
    colleague columnist comedian commander commentator commissioner composer conductor correspondent
    cosmonaut cousin coordinator critic cyclist dancer daughter defender deputy designer detective dictator
    diplomat director diva doctor driver economist editor emperor engineer envoy executive explorer father
    filmmaker footballer founder friend general geologist girl goalkeeper governor guitarist historian host
    husband inventor investigator journalist judge judoka king laureate lawmaker lawyer leader lecturer
    librarian lieutenant manager mathematician mayor midfielder minister model mother musician named
    neighbor neighbour novelist nurse officer official opponent owner painter paleontologist parliamentarian
    partner passenger philosopher photographer physicist pianist pilot player playwright poet policeman
    politician predecessor president priest princess producer professor prosecutor psychologist publisher
    queen racer rapper refugee reporter representative researcher resident rider rival runner sailor scholar
    scientist screenwriter sculptor secretary senator sergeant singer sister skier skipper soldier son
    songwriter soprano speaker spokesman spokesperson spokeswoman sprinter star striker student successor
    superintendent surgeon survivor suspect swimmer teacher teammate tenor theologian trainer veteran victim
    volunteer wife winner witness writer lawyers singers brothers sisters actors daughters sons parents
    twins
    """
)
SAYING = _set(
    """
    said says say told tells added adds asked asks wrote writes stated states announced announces explained
    explains admitted admits argued argues believes believed called claimed claims commented confirmed
    concluded continued denied describes described estimated insisted insists laughs laughed noted notes
    observed pointed predicted promised recalled recalls remarked repeated replied replies reports reported
    responded revealed stressed suggested suggests testified thinks thought tweeted urged warned warns
    remembers shrugs joked
    """
)
STRONG_PLACE = _set("in near outside across inside around toward towards throughout within off beyond")
WEAK_PLACE = _set("from to at via through into leaving left reached reach visit visited visiting between")
