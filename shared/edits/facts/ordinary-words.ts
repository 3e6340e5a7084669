/** English words that headings and job titles write with a capital; a capital on one of these names nobody. */
const words = new Set(
  `a about above abroad academic access account accountant accountants accounting achieve across action active add additional address admin administration
  administrative administrator adult adults advanced advantage advertising advisor adviser after age agent agents agricultural agriculture aid air all ambassador
  ambulance an analysis analyst analytics and animal any applicant applicants application applications apply applying apprentice apprenticeship architect are area
  art artist arts as asset assist assistant associate at attendant attorney audit auditor author automation automotive away baby babysitter back backend
  background bakery baker bar barber barista bartender based be beauty become before behavioral being benefit benefits best between big bike billing biology
  board body boiler bonus book bookkeeper bottom boy boys brand bread bricklayer bring broker brother build builder building bus business businessman
  busboy butcher buyer by call caller calling camera campus can candidate candidates car care career careers careful caregiver caretaker caring carpenter carer
  cashier catering chair chairman chairperson chairwoman challenge change chef chemical chemist chief child children choice civil claims class cleaner cleaning
  clear clerk client clients clinic clinical clinician closing coach coaching coffee collaborate collaborative collection college comfortable commercial
  communication communications community company compensation competitive compliance computer concierge confident conservation construction consultant contact
  content contract contractor control controller cook coordinator copywriter core corporate cost counsel counselor counsellor country courier course craft
  craftsman craftsmen creative credit crew criminal crush culture curator current customer customers dairy data date day days deadline dealer decorator deep
  delivery demand dental dentist department deputy design designer desk desired detail details develop developer developers development device dietitian digital
  direct director dispatcher display distribution district diver diverse diversity dock doctor dog domestic domain dominate door doorman draftsman draughtsman dream
  dressmaker drive driver driven drivers dynamic each early ecommerce economist editor editorial education educational educator effective electric electrical
  electrician electronics employee employees employer employment energetic energy engineer engineering engineers enjoy enterprise entry environment equal
  equipment essential estate evening event events every excellent executive executives experience experienced expert experts fabrication facilities facility factory
  families family farm farmer fast father female field fierce film finance financial find fine fire firefighter fireman first fisherman fishing fitness fitter
  flexible flight floor florist food for foreman forest forester freelance freight fresh friday friendly from front frontend fulfilment full fun fund funeral
  future game games garden gardener gas general get girl girls give go goal goals good government grade graduate graduates graphic great green grocery ground
  groundsman group grow growth guard guest guide guru guy guys hair hairdresser hall hand handyman happy hard have he head headmaster health healthcare healthy
  hello help helpdesk her here hero high him hire hiring his holiday home homecare honest horse hospital hospitality host hostess hotel hour hours house housekeeper
  housekeeping housewife housing how human hungry hybrid ideal if important in include including independent individual industrial industry inclusion information
  infrastructure in-house inside inspector installation instructor instrument insurance integration interior intern internal international internship interpreter
  investigator investment is it item janitor jeweller job jobs join joiner journalist journey junior just keep key kids kind kitchen know knowledge lab laboratory
  laborer labourer ladies lady landscape language late laundry law lawyer lead leader leaders leadership leading learn learning leave lecturer legal less let level
  librarian library life lift light like line linesman list live load loan local location logistics long look looking loss love machine machinist maid maiden
  mail mailman main maintenance major make maker male man manage management manager managers manpower manual manufacturing marine market marketing mason master
  mate mates material materials matron may me meat mechanic mechanical media medical meet member members men mental mentor merchandiser merchant metal middle midwife
  military mill mind minimum ministry minor mission mobile model modern money monitor more morning mother motivated motor much multimedia mum museum music musician
  must my nanny native nature need needs network new news next night ninja no not now nurse nursery nurses nursing nutritionist of offer office officer old on
  onboarding one online only onsite on-site open opening opened operate operating operation operations operator opportunity optician option or order organic other our out outdoor outgoing
  outside outstanding overview own owner package packer paid painter panel paralegal paramedic parent parking part partner partnership partnerships party passion
  passionate past patient patients pay people perfect performance perks permanent person personal personnel pharmacist pharmacy phone photo photographer physician
  physics physiotherapist picker piece pilot place planner planning plant plasterer play player please plumber plus police policeman policy porter position
  positive post postal postman potential power practice practitioner preferred presenter press preschool primary principal print printing private process processing
  procurement produce producer product production products professional professionals professor profile program programme programmer project projects property
  provide psychologist public publishing purchase purpose qualifications qualified quality radio range reach ready real reception receptionist recruiter recruiting
  recruitment reference regional registrar regular relations reliable remote repair report reporter representative representatives require required requirements research
  researcher reservations residential resource resources responsibilities responsible restaurant retail return reward rewards right risk road robotics rockstar role
  room route safe safety sailor salary sale sales salesgirl salesman salesmen salespeople salesperson saleswoman school science scientist seamstress search season seasonal
  secondary secretary section security see seeking self selling send senior sergeant serve server service services shape share she shift ship shipping shoe shop short
  sister site skill skilled skills small smart social software solution solutions solicitor someone son soup space special specialist specialists sport sports spouse
  staff stage standard star start starter state station statistician stay steel stewardess steward stock stone store strategic strategist strategy strong structural student students
  studio summary summer superintendent supervisor supply support supporting surgeon surveyor sustainability sweet system systems tailor take talent talented target task tasks tax teacher
  teachers teaching team teams tech technical technician technicians technology telephone teller temporary test tester testing textile that the theatre their them
  therapist therapy these they think this thrive ticket tiler time title to together tool top total tour tourism town toy trade trader tradesman trading traffic trailer
  train trainee trainer training transport travel treatment truck trucker true trust tutor type under undergraduate underwriter unit up upholsterer us use user usher
  van vehicle vendor very vet veterinarian veterinary video village visit volunteer wage waiter waitress walk want warehouse warehouseman warm warrior washing watchman water
  way we wealth wear web website week weekend weekly welcome welder wellbeing well-being what when where who whole why wine winter with within wizard woman women wood
  work worker workers workforce working workman workmen workplace workshop world worship wrangler write writer writing year years yes yoga you young your youth yourself youthful zoo`.split(
    /\s+/,
  ),
);

/** Whether this is an ordinary English word; `Sales-Driven` counts by its parts, plurals and `-ing` by their stem. */
export function isOrdinaryWord(word: string): boolean {
  return word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .split(/[-/&]/)
    .every((part) => part === '' || words.has(part) || words.has(part.replace(/(?:s|ing|ed|er)$/, '')));
}
