import { Template } from '@huggingface/jinja';
import { GgufError, type Metadata, metadataString } from './gguf/metadata.ts';

/** Turns instructions and a question into the exact text the model sees, up to where its answer begins. */
export type ChatPrompt = (system: string, question: string) => string;

/**
 * Compiles the chat template that a model file carries.
 * @throws GgufError when the file has none: it is then a base model that was not taught to answer.
 */
export function createChatPrompt(metadata: Metadata): ChatPrompt {
  if (!metadata.has('tokenizer.chat_template'))
    throw new GgufError(
      'This model has no chat template: it was not taught to follow instructions. Choose one whose name says "instruct" or "it".',
    );
  const template = new Template(metadataString(metadata, 'tokenizer.chat_template'));
  const token = (key: string) => {
    const id = metadata.get(key);
    const tokens = metadata.get('tokenizer.ggml.tokens');
    return id?.type === 'uint32' && tokens?.type === 'array'
      ? String(tokens.value[Number(id.value)] ?? '')
      : '';
  };
  return (system, question) =>
    template.render({
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: question },
      ],
      add_generation_prompt: true,
      bos_token: token('tokenizer.ggml.bos_token_id'),
      eos_token: token('tokenizer.ggml.eos_token_id'),
    });
}
