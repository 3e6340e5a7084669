/** English words that headings, sentences and job titles write with a capital; a capital on one of these names nobody. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `
  a able-bodied about above abroad academic access accessory accident account accountant accountants accounting achieve
  across action active actor add additional address adjust admin administration administrative administrator adult
  adults advanced advantage advertising adviser advisor after age agent agents ago agricultural agriculture aid aim air
  all along already also always amazing ambassador ambitious ambulance an analysis analyst analytics and animal
  anonymous answer any anyone anything applicant applicants application applications apply applying apprentice
  apprenticeship architect are area around art artist ask arts as assembly asset assist assistant associate at attendant
  attention attitude attorney attract audit auditor author automation automotive away awesome baby babysitter back
  backend background baker bakery balance band bar barber barista barmaid bartender based basic bath be beach bean
  beauty become bedroom before behavioral being bell belong benefit benefits best between bicycle big bike billing
  biology blind blood board boat body boiler bonus book bookkeeper boot born bottle bottom box boy boys brand brave
  bread break breakfast bricklayer bridge bright bring broker brother brown bubbly budget build builder building bus
  busboy business businessman butcher button buyer by cabin cable cake call caller calling calm camera camp campus can
  candid candidate candidates candle car care career careers careful caregiver carer caretaker caring carpenter carrier
  carry cashier cat catch catering cell chair chairman chairperson chairwoman challenge change chat check cheese chef
  chemical chemist chief child children chimney choice circle civil claims class clay clean-shaven cleaner cleaning
  clear clerk client clients climb clinic clinical clinician clock close closing cloth club coach coaching coat code
  coffee cold collaborate collaborative collection college color colour comb come comfortable commercial communication
  communications community company compensation competitive compliance computer concierge concrete confident confirm
  conservation construction consultant contact contain content contract contractor control controller cook cool
  coordinator copywriter core corporate cost could counsel counsellor counselor country couple courier course cover
  craft craftsman craftsmen cream creative credit crew criminal crop cross crush culture cup curator curious current
  customer customers cut dairy dance danger data date day days deadline deal dealer dear decide decorator deep delight
  deliver delivery demand dental dentist department deputy design designer desired desk detail details develop developer
  developers development device dietitian digital dining direct director dish dispatcher display distribution district
  dive diver diverse diversity dock doctor does dog doing domain domestic dominate done door doorman drafter draftsman
  dragon drain draughtsman dream dress dressmaker drill drink drive driven driver drivers during dust duty dynamic each
  early easy eat ecommerce economist editor editorial education educational educator effective egg eight electric
  electrical electrician electronics eleven else employee employees employer employment empty energetic energy engineer
  engineering engineers english enjoy ensure enterprise entry environment equal equipment essential estate even evening
  event events every everyone everything exact excellent excited exciting execute executive executives expect experience
  experienced expert experts explore extra eye fabrication face facilities facility factory fair faith families family
  farm farmer fast father fearless feel female few field fierce fill film finance financial find fine finish fire
  firefighter fireman first fish fisherman fishing fit fitness fitter fix flat flexible flight floor florist flower fly
  follow food for foreman forest forester forever four freedom freelance freight frequent fresh friday friend friendly
  from front frontend fruit fulfilment full fun fund funeral furniture further future game games garden gardener gas
  general get girl girls give glass glue go goal goals good goods government grade gradual graduate graduates grain
  grand graphic grass great green grind grit grocer grocery ground groundsman group grow growth guard guest guide guided
  guitar guru guy guys gym hair hairdresser half hall hand handle handyman hang happiness happy hard hard-hitting
  hardcore harvest haul have he head headmaster health healthcare healthy heart heat heavy hello help helpdesk helper
  her here hero hi high hike him hire hiring his hold holiday home homecare honest honey horse hospital hospitality host
  hostess hotel hour hours house housekeeper housekeeping housewife housing how however human hungry hunt hunter hybrid
  ice idea ideal if imagine important impressive improve in in-house include including inclusion incredible independent
  individual industrial industry information infrastructure inside inspector installation instructor instrument
  insurance integration interest interested interior intern internal international internship interpreter interview into
  investigator investment invite involve iron is it item its jam janitor jeweller job jobs join joiner journalist
  journey jump junior just keen keep key kick kid kids kill kiln kind king kit kitchen know knowledge lab laboratory
  laborer labourer ladies lady lake lamp landscape language large last late laugh laundry law lawyer lay lead leader
  leaders leadership leading learn learning leather leave lecturer left legal lend less let letter level librarian
  library licence license lie life lift light like line linesman list listen little live lively load loan local location
  lock logistics long look looking lorry loss lot love low lunch lung machine machinist magic maid maiden mail mailman
  main maintenance major make maker male man man-made manage management manager managers mankind manpower manual
  manufacturing map marine market marketing mason master match mate material materials maternity mates matron may me
  mean means measure meat mechanic mechanical media medical meet melt member members men mend mental mentor merchandiser
  merchant metal middle midwife mile military milk mill mind minimum ministry minor mission mix mobile model modern
  moment money monitor month more morning most mother motivated motor mountain move much multimedia mum museum music
  musician must must-see my nanny native nature naval nearby neat need needs neither network neural new news next nice
  night nine ninja no no-one nobody noise none nor normal not nothing notice now nurse nursery nurses nursing nurture
  nutritionist oar oat obvious of offer office officer often oil old older on on-site onboarding once one online only
  onsite open opened opening operate operating operation operations operator opportunity optician option optional or
  orchard order organic organise organize other ought our out outdoor outgoing outside outstanding oven overview own
  owner package packer paid paint painter pair panel paper paralegal paramedic parcel parent parental park parking part
  partner partnership partnerships party passion passionate past pastry paternity path patient patients pay pen people
  perfect performance perks permanent person personal personnel pharmacist pharmacy phone photo photographer physician
  physics physiotherapist pick picker piece pilot pipe pizza place plan plane planner planning plant plasterer plate
  play player please pleasure plumber plumbing plus poetry police policeman policy popular porter position positive post
  postal postman pot potential pour power powerful practice practitioner prefer preferred prepare preschool presenter
  press pretty pride primary principal print printing private prize problem process processing procurement produce
  producer product production products professional professionals professor profile program programme programmer project
  projects proof property proud prove provide psychologist public publishing pump purchase pure purpose push put
  qualifications qualified quality quarterback queen question quick quiet quilt race radio rail rain raise range rare
  raw reach read reader ready real really reception receptionist record recruiter recruiting recruitment refer reference
  regional registrar regular relations relentless reliable relief rely remember remote rent repair report reporter
  representative representatives require required requirements research researcher reservations residential resource
  resources responsibilities responsible rest restaurant retail return review reward rewards ride right ring rise risk
  river road robotics rockstar role roof room rope rota round route row rule run ruthless safe safety sail sailor salary
  sale sales salesgirl salesman salesmen salespeople salesperson saleswoman sand sanity-check save saw say scale school
  science scientist seamstress search season seasonal secondary secretary section security see seeking self sell seller
  selling send senior sense sergeant serve server service services seven several sew sewer shape share sharp she sheep
  shelf shift shine ship shipping shoe shoot shop short should show shrink sign silver simple simply since sing sister
  sit site six size skill skilled skills skin sleep slow small smart smile snow social software soil solicitor solution
  solutions some someone something son song soon sort sound soup space speak special specialist specialists spend sport
  sports sportsmanship spouse spread square stable staff stage stand standard star start starter state station
  statistician stay steady steel stem step steward stewardess stick still stitch stock stone store storm story strategic
  strategist strategy street strength stretch strict string strip stroll strong structural student students studio style
  succeed such sugar suit summary summer sun superb superintendent supervisor supply support supporting sure surf
  surgeon surveyor sustainability swap sweep sweet swim synthetic system systems table tailor take talent talented talk
  tall target task tasks taste tax tea teacher teachers teaching team teams tech technical technician technicians
  technology telephone tell teller temporary ten tense tent test tester testing text textile thank thanks that the
  theatre their them then therapist therapy there these they thing think this three thrive throughout throw ticket tide
  tidy tie tile tiler till timber time tiny tired title to toast today together tomorrow tool top total touch tough tour
  tourism toward town toy track trade trader tradesman trading traffic trailer train trainee trainer training tram
  transport trap travel tray treat treatment tree tribe trick trip trolley truck trucker true trust try turn tutor
  twelve twenty two type typical uncharted under undergraduate understand underwriter uniform unit unparalleled until up
  upholsterer upon us use user usher usual utilise utilize vacuum value van varied variety various vehicle vendor very
  vet veterinarian veterinary video village visit visual vital voice void volume volunteer wage wagon waiter waiting
  waitress walk wall wander want warehouse warehouseman warm warn warrior was wash washing waste watch watchman water
  way we wealth wear weave web website week weekend weekly weight welcome welder well well-being wellbeing were wet what
  wheel when whenever where whether which while whip white who whoever whole why wide wild will willing wine winter wise
  wish with within without wizard woman women wonderful wood wooden wool word work worker workers workforce working
  workman workmanlike workmen workplace workshop world worship worth would wrangler wrap write writer writing wrong yard
  year years yes yet yield yoga you young your yourself youth youthful zero zoo`
    .trim()
    .split(/\s+/),
);
