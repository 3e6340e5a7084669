/** Turns of phrase in which a number, a negation or a name states nothing. */
const idioms =
  /\b(?:do not|don['’]t) hesitate to\b|\bnot only\b|\bno matter (?:how|what|where|who)\b|\b(?:whether )?or not\b|\bno doubt\b|\bnot for the faint(?:[\s-]hearted| of heart)\b|\bsecond to none\b|\bno-(?:nonsense|brainer|frills)\b|\bnon-?stop\b|\bnone?theless\b|\bone[\s-]stop\b|\bone[\s-]of[\s-]a[\s-]kind\b|\b(?:our|the) (?:number one|#1|no\. ?1)\b|\bnumber one\b|\b110 ?(?:%|percent)|\btwo birds with one stone\b|\b(?:one|1) of the (?:guys|boys|lads|girls|team|family)\b|\bdouble-check\w*|\bhalf-(?:hearted|baked)\b|\bquarter-life\b|\bon all fours\b|\bat sixes and sevens\b|\bcan-do\b|\bmust-(?:see|read|try)s?\b|\bdegrees? (?:of|to which)\b|\bto (?:the|some|a) degree\b|\bbonus points?\b|\b(?:girl|man|gal) friday\b|\bswiss army knife\b|\bdutch courage\b|\bgreek to (?:you|me|us)\b|\bkool-?aid\b|\btime (?:off|zones?) in lieu\b|\bideal (?:candidate|person|applicant|hire|colleague|fit)\b|\bfirst impressions?\b|\bat first\b|\bday one\b/gi;

/** The line with every idiom blanked out, same length, so that offsets hold. */
export function withoutIdioms(line: string): string {
  return line.replace(idioms, (idiom) => '~'.repeat(idiom.length));
}
