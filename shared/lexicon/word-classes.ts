import type { WordClasses } from '../detection/pattern.ts';

const list = (words: string): string[] => words.trim().split(/\s+/);

/** Classes of words that patterns name in braces. `~` stands for the inflections. */
export const wordClasses: WordClasses = {
  /** Someone who may apply. */
  person:
    list(`person~ people individual~ candidate~ applicant~ professional~ someone somebody anyone talent~ worker~ employee~
    colleague~ graduate~ specialist~ individuals minds mind player~ starter~ entrant~ hire~ team~ staff workforce member~
    engineer~ developer~ salesperson~ manager~ assistant~ recruit~ leader~ performer~ thinker~ personality personalities`),
  /** Someone who may apply, without teams: for wording about one person. */
  candidate:
    list(`person~ people individual~ candidate~ applicant~ professional~ someone somebody anyone talent~ employee~
    hire~ worker~ recruit~ staff`),
  /** Adjectives that advertisements put before the person they look for. */
  trait:
    list(`ambitious motivated self-motivated dynamic energetic enthusiastic talented hungry inspired passionate fresh creative
    driven innovative young youthful bright smart clever sharp bold brave fearless aggressive assertive dominant competitive
    ruthless relentless tough strong confident outgoing friendly positive fun lively vibrant caring kind warm nice attractive
    beautiful motherly bubbly pretty handsome male female fit healthy skilled qualified reliable committed dedicated experienced professional
    flexible hardworking hard-working tenacious determined charismatic persuasive good great excellent real married single hip cool`),
  /** Fields of work, as they stand before the name of a job. */
  field:
    list(`sales marketing software web data finance financial engineering design product project account business office retail
    customer service media digital support hr legal front-end backend`),
  /** People by what they do, beside those in `person`. */
  role: list(`accountant~ actor~ actuary~ administrator~ agent~ analyst~ animator~ apprentice~ architect~ assistant~ auditor~ author~ baker~
    banker~ barber~ barista~ bartender~ beautician~ biologist~ bookkeeper~ bricklayer~ broker~ builder~ butcher~ buyer~
    caregiver~ carer~ caretaker~ carpenter~ cashier~ chef~ chemist~ cleaner~ clerk~ closer~ coach~ communicator~ concierge~
    consultant~ cook~ coordinator~ copywriter~ counsellor~ counselor~ courier~ curator~ dancer~ dentist~ designer~ developer~
    dietitian~ director~ dispatcher~ doctor~ driver~ economist~ editor~ educator~ electrician~ engineer~ estimator~ executive~
    expert~ farmer~ financier~ firefighter~ fitter~ florist~ gardener~ geologist~ glazier~ goldsmith~ graduate~ groomer~ guard~
    guru~ hairdresser~ hero heroes hostess~ host~ housekeeper~ hustler~ illustrator~ influencer~ inspector~ installer~
    instructor~ intern~ interpreter~ janitor~ jeweller~ joiner~ journalist~ laborer~ labourer~ lawyer~ leader~ lecturer~
    librarian~ lifeguard~ locksmith~ machinist~ manager~ marketer~ masseur~ mathematician~ mechanic~ merchandiser~ midwife~
    musician~ nanny~ negotiator~ ninja~ nurse~ officer~ operator~ optician~ optometrist~ packer~ painter~ paralegal~ paramedic~
    pharmacist~ photographer~ physician~ physicist~ physiotherapist~ picker~ pilot~ planner~ plasterer~ plumber~ porter~
    presenter~ producer~ professor~ programmer~ promoter~ pro~ psychologist~ publicist~ receptionist~ recruiter~ registrar~
    representative~ researcher~ rockstar~ roofer~ sailor~ salesman~ salesperson~ saleswoman~ scaffolder~ scientist~ secretary~
    seller~ server~ singer~ solicitor~ specialist~ star~ statistician~ steward~ strategist~ stylist~ supervisor~ surgeon~
    surveyor~ tailor~ teacher~ technician~ telemarketer~ tester~ therapist~ tiler~ trader~ trainee~ trainer~ translator~ tutor~
    underwriter~ upholsterer~ veterinarian~ waiter~ waitress~ warden~ welder~ wizard~ writer~
    man~ woman~ guy~ girl~ lady~ lad~ boy~ gentleman~`),
  language:
    list(`english spanish french german italian portuguese dutch mandarin cantonese chinese japanese korean arabic hindi
    urdu punjabi bengali tamil telugu russian polish turkish greek hebrew swedish norwegian danish finnish czech slovak hungarian
    romanian bulgarian ukrainian croatian serbian vietnamese thai tagalog indonesian malay swahili somali yoruba farsi persian
    albanian slovenian lithuanian latvian estonian icelandic catalan welsh irish flemish`),
  nationality:
    list(`american~ british english irish scottish welsh canadian~ australian~ french german~ italian~ spanish
    portuguese dutch belgian~ swiss austrian~ polish czech hungarian~ romanian~ bulgarian~ greek~ turkish russian~ ukrainian~
    swedish norwegian~ danish finnish chinese japanese korean~ vietnamese thai filipino~ indonesian~ malaysian~ indian~
    pakistani~ bangladeshi~ nepali~ iranian~ iraqi~ israeli~ egyptian~ moroccan~ nigerian~ kenyan~ ghanaian~ somali~
    ethiopian~ mexican~ brazilian~ colombian~ cuban~ jamaican~ haitian~ caribbean emirati~ saudi~ singaporean~ european~
    yoruba inuit tibetan~ punjabi~ maori~ slavic scandinavian~ mediterranean baltic arab~ arabic bengali~ tamil~ kurdish
    celtic basque catalan~ tatar~ pashtun~ quechua berber~ hmong zulu~ igbo hausa swahili cambodian~ taiwanese lebanese syrian~ afghan~ armenian~ georgian~ kazakh~`),
  ethnicity:
    list(`african~ asian~ black white caucasian~ hispanic~ latino~ latina~ latinx latine indigenous aboriginal native
    caribbean roma romani jewish islander~ minority minorities`),
  religion: list(
    'christian~ catholic~ protestant~ muslim~ jewish hindu~ buddhist~ sikh~ evangelical~ mormon~ lutheran~ baptist~ anglican~',
  ),
  orientation: list(
    'lgbt lgbtq lgbtqia lgbtqi lgbti lgbta queer gay~ lesbian~ bisexual~ transgender non-binary nonbinary intersex',
  ),
  seek: list(
    'seek~ want~ need~ recruit~ hire~ prefer~ require~ desire~ search~ looking sought welcome~ attract~ invite~',
  ),
  ideal: list('ideal perfect suitable suit~ great best right fit'),
  wanted: list(
    'wanted preferred needed required sought desired ideal encouraged welcome welcomed valued only invited',
  ),
  must: list('must should shall need needs required require requires expected'),
};
