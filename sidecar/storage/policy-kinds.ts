/** The kinds under which a policy and the record of its training stand among the policies. */
export const policyKind = 'span-policy';
export const runKind = 'span-policy-run';
/** The id of the record of a policy's training. */
export const runIdOf = (policyId: string): string => `${policyId}-run`;
/** The kind of a trained language model; its id is the model's name in Ollama. */
export const modelKind = 'language-model';
/** The kind of the record of a training whose model was not kept. */
export const modelRunKind = 'language-model-run';
