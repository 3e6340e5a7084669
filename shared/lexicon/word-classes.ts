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
  role: list(`accountant~ administrator~ agent~ analyst~ apprentice~ architect~ assistant~ barista~ builder~ cashier~ chef~ cleaner~
    clerk~ closer~ coach~ communicator~ consultant~ cook~ coordinator~ designer~ developer~ director~ driver~ electrician~
    engineer~ executive~ expert~ graduate~ guard~ guru~ hairdresser~ hero heroes hustler~ host~ hostess~ intern~ lawyer~ leader~ manager~
    marketer~ mechanic~ negotiator~ ninja~ nurse~ officer~ operator~ planner~ plumber~ programmer~ pro~ receptionist~
    representative~ rockstar~ salesman~ salesperson~ saleswoman~ scientist~ secretary~ seller~ specialist~ star~ stylist~
    supervisor~ teacher~ technician~ trainee~ trainer~ waiter~ waitress~ wizard~
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
