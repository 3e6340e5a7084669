/**
 * Words that say how somebody is, works or is addressed, and what can stand for them. Swapping one for another changes no
 * fact; a word that is not here may name a skill, a task or a thing.
 */
export const styleWords: ReadonlySet<string> = new Set(
  `
  ability able able-bodied absolute absolutely accept accepting accessible accomplish accomplished account accountable
  accurate achieve achievement achiever act action active actively adapt adaptable adaptive add additional address adept
  admire adult advance advanced adventure adventurous affable affectionate afraid age ageing aggressive agile agreeable
  aid aim alert alien alive all-rounder allowlist alongside alpha also always-on amaze amazing ambition ambitious
  analytical animal anonymous answer anybody anyone apart appeal appealing appetite applicant apply appreciate
  apprentice-boy approach approachable area arrange articulate aside ask aspire assertive assign assist assistant
  associate assured astonishing atmosphere attack attain attend attendant attention attentive attitude attract
  attractive auntie authoress autonomous autonomy avid aware awesome babe babysit bachelor bachelorette background
  badass balance balanced ball ball-buster balls banter barbarian basic basis battle-hardened battle-tested beast beat
  beautiful beauty become bee begin beginner beginner-friendly begun behave behavior behaviour belief believe belong
  best better big bigger bimbo bit blacklist blacklisted bleed blend blind blocked blocklist bloke blood boast boffin
  bold bond bonkers bonus boomer boost born boss bossy bother bouncer boundless boy boyish boys brag brain brat brave
  bravery brawn breadwinner breadwinners breath breathe bride brigadier bright brilliant bring bro broad brother
  brotherhood bruiser brute bubbly buck buddy bulldog bulletproof bullies bully bunch burly business bust busy butch
  caller calm camaraderie can-do candid candidate candour capable capacity care career carefree careful caregiver carer
  caretaker caring carry case casual catch caveman celeb celebrate chair chairman chairperson chairwoman challenge
  challenging chambermaid champion change chap chaps character charge charisma charismatic charm charming chase chat
  chatty check cheeky cheer cheerful cheerleader cheery chick chief children chipper chirpy choice choose chum circle
  civil clarity class classic clean cleaner clear clear-cut clear-headed clearly clerk clever climb clique close
  close-knit closer clout club co-ordinate co-worker coach coax cold collaborate collaboration collaborative colleague
  colleagues collective come comfort comfortable command commanding commit commitment committed common communicate
  communication communicator community compassion compassionate compelling compete competent competition competitive
  competitor complete completely composed composure comrade comradely concern confidence confident confirm connect
  conquer conqueror conscientious consider considerate considered consistent constant constantly constructive contact
  contemporary contribute contribution convey convince convincing cook cool coolest cooperate cooperative coordinate
  copy core corporate cosy count countryman couple courage courageous courteous courtesy courtier cover cowboy cowgirl
  crack craftsman craftsmanship craftspeople craftsperson crave craving crazy create creative creativity credible crew
  crisis crisp crone crowd crown crusade crush cub cuddly cult culture curiosity curious current cut cut-throat cutesy
  cutie cutthroat cutting-edge dad daddy daily-driven dainty dapper dare daredevil daring darling dash daughter daunt
  daunted daunting day day-dreamer dazzle deal dear debonair debutante decent decide decisive decisively dedicate
  dedicated dedication deeply defend delight delightful deliver delivery deliveryman demand demanding demonstrate
  dependable depth deputy desire destroy detail detail-oriented determination determined develop devil devise devoted
  devotion dexterous die-hard diehard difference different difficult digital diligence diligent dinosaur diplomatic
  direct directly discover discreet discretion dishy disrupt disrupter diva diverse diversity do-er doer dog dogged
  dogsbody dolly dominant dominate domination dominator donna down-to-earth doyenne draft dream dreamer dreamy drifter
  drive driven drool duchess dude dudes due dull duty dynamic dynamism e-mail eager eagerness early-career earn earnest
  earthy ease easily easy easygoing eat eccentric edgy effective effectively efficient effort effortless egalitarian ego
  egos elder elderly eldest elegant elevate elf elite eloquent elves email embody embrace emotional empathetic empathic
  empathy emperor empower empowered enable encourage encouraging endless endurance energetic energise energised energy
  enforcer engage engaged engagement engaging enhance enjoy enjoyable enjoyment enough ensure enterprising entertainer
  enthusiasm enthusiast enthusiastic entire entrepreneurial entry-level environment epic equal equally equity erudite
  establish established even even-handed even-tempered everybody everyday everyone evident ex-military exceed exceeding
  excel excellence excellent except exceptional exceptionally excite excited excitement exciting execute execution
  exemplary exotic expat expect experience experience-rich experienced expert expertise explain exploit explore express
  extra extraordinary extraverts extreme extremely extrovert extroverted eye face facilitate facing fair fairness faith
  faithful famed familiar family family-like fan fanatic fans fantastic far fascinate fashionable fast fast-moving
  fast-paced fatherly fearless fearlessly feature feel feeling feisty fella feller fellow fellowship female feminine
  fierce fiercely fiery fight fighter fighting figure find fine finish firefighter fireman firm firmly first-class
  first-rate fit fix flair flamboyant flashy flat flat-out flaunt flawless fleet flexible flirt flirty flourish fluent
  fluently fluffy focus focused focussed foe folk folks folksy follow follow-through fond foodie force forceful
  forefather foreigner foreman foresight forester forever formidable forthcoming forthright fortitude forward foster
  founder foxy frantic fraternal fraternity freak free freedom frequent frequently fresh freshly freshman freshmen
  friend friendly friendship front frontman fulfil fulfilling full fully fun fun-loving funny further fusspot fussy
  future gain gal gallop game game-changer game-changing gang geek geezer gel general generous genius gent genteel
  gentle gentleman gentlemanly gently gents genuine genuinely geriatric ghetto giant giggle girl girlish girly give glad
  gladiator glamorous go go-getter go-getting goal goal-minded goal-oriented god goddess gofer golden good good-humoured
  good-looking good-natured goodfella gorgeous gossip grace graceful gracious graduate grandad grandma grandmother
  granny grateful great greatly greet gregarious grin grit gritty grizzled groovy ground-breaking groundbreaking group
  grow grown-up growth grumpy guest guide gun-ho gung-ho gunslinger guru gusto gut guts gutsy guy guys gypsy habit
  hacker hand handle hands-on handsome handyman handywoman hang happiness happy hard hard-charging hard-driving
  hard-hitting hard-nosed hard-working hardcore hardman hardship hardworking hardy harness hassle haste have head
  head-on headmaster headstrong healthy hear heart heartfelt heavy heavy-duty heavyweight hectic hefty heir heiress
  hello help helper helpful helpfully helpfulness henchman hero heroic heroine hey hi hick high high-achieving
  high-calibre high-energy high-flyer high-flying high-octane high-performance high-performing high-potential
  high-powered high-pressure high-quality high-spirited high-stakes hillbilly hip hippie hipster hire hit hold hombre
  homeboy homegirl homely homemaker homey honest honesty honour honoured hostess hot hotshot hottie housewife human
  human-made humanity humankind humble humbly humility humour hunger hungry hunk hunker hunt hunter hurdle husband husky
  hustle hustler hyper idea ideal ideally-suited illiterate imagination imaginative immaculate immerse immigrant impact
  impactful impartial impeccable impress impressive improve inclusive incredible incredibly incumbent independent
  independently indigenous individual industrious infectious influence informal initiative inner innovate innovation
  innovative innovator inquisitive insane insanely insider insight insightful inspiration inspire inspired inspiring
  instinct integrity intelligent intense intensity intensive interest interested interesting intermediary interpersonal
  intrepid introvert introverted invalid inventive invincible inviting involved iron jargon jedi job jock jockey join
  joker jolly journey jovial joy judge judgement judgment juggle jump junior just juvenile keen keenness keep kick
  kick-ass kickass kid kiddo kids kill killer kin kind kind-hearted kindly kindness king kingpin knack knight know
  know-how knowledge knowledgeable lad ladette ladies lads lady ladylike lame lancer landlady landlord lanky large
  largely lash lass lasses lassie lasting laugh layabout layperson lazy lead leader leadership leading lean leap learn
  learner learning leave lefty legend legendary lengthy less level level-headed liaise lieutenant life lifelong light
  light-hearted like like-minded likeable limitless linesman lioness listen listener little live lively lone loner
  long-standing look looking loser loud lounge love loveliness lovely loving loyal loyalty lucky lumberjack lunatic
  lunchtime lure machine machine-made macho mad madam madness maestro magic magnetic maid maiden mailman main maintain
  maintenance major-league make male mamas man man-hours man-made manage management manager manful manhandle maniac
  mankind manky manly manner mannered manners manning manpower market-dominating market-leading masculine massive master
  masterful masters mate maternal mates matron matter mature maturity maven mavens maverick meaningful meaty meet
  meeting megastar mellow member men mental mentality mentee mentor merely merry method meticulous mid-career middleman
  midget mighty migrant mild millennial mind mindful mindset mingle minority minx mission missus mix moderate modern
  modest mogul mom momentum mommy mongrel monster moody moron mostly mother mother-tongue motherly motivate motivated
  motivation motivational motivator motormouth motto mountain-man move mover much mum mummy mums muppet murderous muscle
  muscular must-see mutual nag naive name nanny native natural naturally nearly neat need-driven negotiate nerd nerdy
  new new-comer newbie newcomer newlywed nice nifty nimble nimbleness ninja no-nonsense noble nobody's nomad nonchalant
  normal normie nosy note notice novice nurture nurturing obsess obsessed obsession obsessive offer office office-based
  often old old-fashioned old-hand old-school old-timer older oldie oldies oldster on-trend once open open-minded
  openness operator opportunity optimism optimistic orderly organisation organise organised organized original outcast
  outdo outgoing outlook outperform outright outshine outsider outsmart outspoken outstanding outwork overachieve
  overachiever overcome overlord overly oversee own owner ownership pace paced pair pal pamper papa parent parental
  parents parlance part participate partner partnership passion passionate passionately patience patient patiently
  patriarch peaceful peasant peer peers penchant people people-person perceptive perfect perfection perfectionist
  perform performance performer perky perseverance persevere persevering persist persistence persistent person
  personable personal personality personally perspective persuade persuasive pester petite physical picky pilgrim
  pioneer pioneering pirate place plain plainly play player playful pleasant pleasantly please pleasing pleasure plenty
  plucky plunge plus point poise poised police-officer policeman polish polished polite politely popular posh position
  positive positively positivity possess poster-child postman potential pounce power powerful powerhouse powerhouses
  practical pragmatic precise precision prepare prepared preppy presence present presentable pressing pressure pretty
  pride prima primadonna prince princess prioritise pro proactive proactively problem-solver problem-solving prodigy
  professional professionalism professionally proficient profile progress progressive promise promising promote promptly
  proper properly proud prove proven provide prowess prowl punctual purist purpose purposeful pursue push pushy put
  qualified quality queen quench quick quick-thinking quick-witted quickly quiet quieter quietly quirky racy rad
  rainmaker ransack rapid rapidly rapport raring rascal rational ravage rave raven reach reaching react read readily
  ready real really reassuring rebel receive recent recently recluse recognise recognised recommend record-breaking
  redneck refine refined refreshing regular regularly relate relaxed relentless relentlessly reliability reliable
  reliably relish remarkable remove repairman representative repute resilience resilient resistant resolute resolve
  resourceful respect respected respectful respond responsibility responsible responsibly responsive result
  result-driven result-oriented results results-driven results-focused results-oriented retain retiree review reward
  rewarded rewarding rich right right-hand righteous rigorous ringmaster rise risk-taker risk-taking roar robust rock
  rocker rockstar rogue role role-model rookie room rosy rough roughneck round rounded rowdy royalty rugged rule rumble
  run ruthless ruthlessly sage sailor-mouthed sale sales salesforce salesgirl salesman salesmanship salesmen salespeople
  salesperson saleswoman samurai sane sanity-check sassy satisfied satisfying saucy savage savant savvy say scary
  school-leaver schoolboy schoolgirl scramble scrappy scrawny scream season seasoned seat second-to-none sector see seek
  seeker seeking self-assured self-confidence self-confident self-directed self-disciplined self-driven self-made
  self-managed self-motivated self-reliant self-starter self-starting self-sufficient sell seller send senile senior
  sense sensei sensible sensitive sensitivity sergeant-major serious seriously seriousness serve server set setting
  settle sexy shabby shaman shape share sharing shark sharp sharp-witted shatter she-shed shepherdess sheriff shine
  shiny ship shoot shop shorty shove show showman showmanship shrewd shriek shy sidekick significant silver-tongued
  simple simply sincere sincerely sir siren sissies sissy sister sisterhood situation skilful skilfully skill skilled
  skillful skillset skin skinny slack slacker slam slave slay sleepy slick slim sling sloppy slow slug slugger small
  smart smarts smash smile smiley smiling smite smooth smoothly smug snappy snatch snowflake soar sober sociable social
  soft soft-spoken softly soldier solemn solid solidly solo solve sombre somebody someone somewhat son sorcerer sort
  soul sound spar spark sparkle sparky spartan speak speaking special specialist specialize spectacular speed speedy
  sphinx spicy spinster spirit spirited spoken spokesman spokesperson sport sportsman sportsmanship sporty spotless
  spouse sprightly sprint spry spunky squad squaw stable staff staffing stalk stallion stallions stamina stand stand-out
  standout star stardom start starter state-of-the-art stay steadfast steadily steady steamroll stellar step stern
  steward stewardess stick stickler still stimulating stoic storm-trooper stout straight straightaway straightforward
  stranger strangle strapping strategic streak street-smart street-wise streetwise strength strengths stress
  stress-resistant stretch strict strive striving strong strong-minded strong-willed strongly stroppy strut stubborn
  stud student studette studious studly stunning sturdy style stylish suave sublime subordinate subtle succeed success
  successful successfully suckers suffragette suggestion suit suitable suitably suited sultan sunny super superb
  superhero superheroes superhuman superhumans superior supermum superstar supervise supervisor superwoman support
  supporting supportive sure surpass survival survive swagger swashbuckler sweet sweetheart swift swiftly swoop swot
  sympathetic synergy synthetic tackle tact tactful tactfully take take-charge taker talent talented talk tame target
  tart task tasteful tasty team team-mate team-oriented team-player teammate teamwork tech-savvy temper tenacious
  tenacity tender tense terrific testosterone thick thick-skinned thing think thinker thinking thirst thorough
  thoroughly thoughtful thoughtfully thrash thrifty thrill thrilled thrilling thrive thriving throttle tidily tidy tiger
  tight-knit time-served timely timewaster timid tiny tip-top tireless tirelessly titan together toil tolerant tomboy
  tone toned tongue tool toothsome top top-class top-flight top-notch top-performing top-tier topic tot totally tough
  tough-minded toughie toughies toughness track traditional trailblazer trailblazing tramp trample transparent treat
  tremendous trendy tribal tribe tricky trooper trounce true truly trust trusted trusting trustworthy trusty try turn
  twenty-something tycoon type typical tyrant ultimate ultra unafraid unbeatable unbiased uncanny uncharted uncle
  undaunted understand understanding unequalled unfazed unflagging unflappable unflinching unicorn unique united unleash
  unmarried unmatched unparalleled unrelenting unrivalled unruffled unshakeable unstoppable unusual unwavering upbeat
  upright upstart uptight urbane use useful user usherette usual utilise utter utterly vagabond vain valiant valkyrie
  value valued values vamp vanquish varied variety versatile very vet veteran vibe vibrancy vibrant victor victorious
  view vigilant vigorous vigour viking virgin virile virtuous visionary vitality vivacious vivid vixen voice wacky wag
  waiter waiting waitress walk wallflower wanderlust want war war-horse warlike warm warm-hearted warmly warmth warrior
  warrior-poet watchful way weak weaker weakling wealthy welcome welcoming well well-behaved well-bred well-established
  well-groomed well-known well-liked well-mannered well-organised well-organized well-prepared well-presented
  well-regarded well-respected well-rounded well-spoken well-structured whip whippersnapper whitelist whiz whizz
  whole-hearted wholehearted wholeheartedly wholesome wicked wide widow widower wife wild wildcat will-power willing
  willingly willingness win win-win winner winning winsome wisdom wise wisely wish wit witty wives wiz wizard woke wolf
  wolves woman womanly women wonder wonder-kid wonder-woman wonderful wonderwoman word work work-hard work-life
  workaholic worker workforce workhorse working workload workman workmanlike workmate workplace workspace workstation
  world world-beating world-class world-leading worldly worrier worry worth worthwhile worthy wow wrestle written wry
  xenial yell young youngblood younger youngster youth youthful yummy yuppie zany zap zeal zealous zen zest zesty zippy
  zombie zoom`
    .trim()
    .split(/\s+/),
);
