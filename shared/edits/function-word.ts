/** Words that cannot be the noun after an adjective, nor a content word that a suggestion might repeat. */
const functionWord =
  /^(?:and|or|but|nor|of|in|on|at|to|for|from|with|without|within|by|about|across|into|over|under|between|through|during|as|who|whom|whose|that|which|what|is|are|was|were|be|been|will|would|must|should|shall|can|could|may|might|than|then|because|while|where|when|if|so|not|we|you|they|them|he|she|it|i|us|our|your|their|his|her|its|the|a|an|this|these|those|have|has|had|do|does|did|also|always|only|there|here|today|now)$/i;

export function isFunctionWord(word: string): boolean {
  return functionWord.test(word);
}
